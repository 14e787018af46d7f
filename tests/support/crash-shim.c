/*
 * Crash points (RELIABILITY, after table 3.3). Preloaded into a process under test, it watches one folder, counts the
 * calls that change files there, and at call number STET_CRASH_AT ends the process as a crash would:
 *   kill     nothing is undone: the process dies, the machine lives
 *   power    every write that no fsync covered is undone
 *   torn     half of the current write arrives, three of four other unsynced writes are undone
 *   reorder  a random half of the unsynced writes is undone, grown areas read as zeros
 * It can also make the device fail: while the file STET_FAIL_WHILE exists, every fsync there answers EIO.
 * Deterministic by STET_CRASH_SEED. With STET_CRASH_AT=0 it only counts, into the file STET_CRASH_COUNT.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Unsynced writes remembered; the scenario under test stays far below. */
#define MAX_WRITES 20000

typedef struct {
  ino_t inode;
  char path[PATH_MAX];
  off_t at;
  size_t length, old_length; /* old_length < length where the file grew */
  off_t old_size;
  char *old;
} Write;

static Write *writes[MAX_WRITES];
static int write_count;
static long calls;
static unsigned seed;

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_fsync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

__attribute__((constructor)) static void begin(void) {
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_write = dlsym(RTLD_NEXT, "write");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  const char *text = getenv("STET_CRASH_SEED");
  seed = text ? (unsigned)atoi(text) : 1;
}

static unsigned next_random(void) {
  seed = seed * 1103515245u + 12345u;
  return (seed >> 16) & 0x7fff;
}

static int is_below(const char *path) {
  const char *folder = getenv("STET_CRASH_DIR");
  return folder && *folder && strncmp(path, folder, strlen(folder)) == 0;
}

/* 1 and the path when the descriptor is a regular file in the watched folder. */
static int watched(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  struct stat stat;
  return is_below(path) && fstat(fd, &stat) == 0 && S_ISREG(stat.st_mode);
}

static void remember(int fd, const char *path, off_t at, size_t length) {
  struct stat stat;
  if (write_count >= MAX_WRITES || fstat(fd, &stat) != 0) return;
  Write *write = calloc(1, sizeof *write);
  write->inode = stat.st_ino;
  strcpy(write->path, path);
  write->at = at;
  write->length = length;
  write->old_size = stat.st_size;
  write->old = malloc(length ? length : 1);
  ssize_t old = length ? pread(fd, write->old, length, at) : 0;
  write->old_length = old > 0 ? (size_t)old : 0;
  writes[write_count++] = write;
}

static void forget(int fd) {
  struct stat stat;
  if (fstat(fd, &stat) != 0) return;
  int kept = 0;
  for (int n = 0; n < write_count; n++) {
    if (writes[n]->inode == stat.st_ino) {
      free(writes[n]->old);
      free(writes[n]);
    } else {
      writes[kept++] = writes[n];
    }
  }
  write_count = kept;
}

static void undo(const Write *write, int zero) {
  int fd = open(write->path, O_RDWR);
  struct stat stat;
  if (fd < 0) return;
  if (fstat(fd, &stat) == 0 && stat.st_ino == write->inode) {
    if (zero) {
      /* The file's new length reached the disk and its content did not. */
      char *nothing = calloc(1, write->length ? write->length : 1);
      if (write->old_length < write->length)
        real_pwrite(fd, nothing, write->length - write->old_length, write->at + (off_t)write->old_length);
      free(nothing);
    }
    if (write->old_length > 0) real_pwrite(fd, write->old, write->old_length, write->at);
    if (!zero && write->old_size < stat.st_size) real_ftruncate(fd, write->old_size);
  }
  close(fd);
}

static void crash(int fd, const void *bytes, size_t length, off_t at) {
  const char *how = getenv("STET_CRASH_HOW");
  if (how && strcmp(how, "kill") != 0) {
    int is_torn = strcmp(how, "torn") == 0, is_reorder = strcmp(how, "reorder") == 0;
    for (int n = write_count - 1; n >= 0; n--) {
      if (is_torn && next_random() % 4 == 0) continue;
      if (is_reorder && next_random() % 2 == 0) continue;
      undo(writes[n], is_torn || is_reorder);
    }
    if (is_torn && bytes && length > 1) real_pwrite(fd, bytes, length / 2, at);
  }
  kill(getpid(), SIGKILL);
}

/* Every changing call passes here before it is done. */
static void step(int fd, const void *bytes, size_t length, off_t at) {
  static int is_inside;
  if (is_inside) return;
  is_inside = 1;
  calls++;
  const char *when = getenv("STET_CRASH_AT"), *count = getenv("STET_CRASH_COUNT");
  if (when && atol(when) == calls) crash(fd, bytes, length, at);
  if (count) {
    int out = open(count, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    char text[32];
    int written = snprintf(text, sizeof text, "%ld", calls);
    if (out >= 0) {
      real_write(out, text, (size_t)written);
      close(out);
    }
  }
  is_inside = 0;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) {
  char path[PATH_MAX];
  if (watched(fd, path)) {
    step(fd, bytes, length, at);
    remember(fd, path, at, length);
  }
  return real_pwrite(fd, bytes, length, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) { return pwrite64(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length) {
  char path[PATH_MAX];
  if (watched(fd, path)) {
    off_t at = lseek(fd, 0, SEEK_CUR);
    step(fd, bytes, length, at);
    remember(fd, path, at, length);
  }
  return real_write(fd, bytes, length);
}

int fsync(int fd) {
  char path[PATH_MAX];
  if (watched(fd, path)) {
    step(fd, 0, 0, 0);
    const char *flag = getenv("STET_FAIL_WHILE");
    if (flag && access(flag, F_OK) == 0) {
      errno = EIO;
      return -1;
    }
    int answer = real_fsync(fd);
    forget(fd);
    return answer;
  }
  return real_fsync(fd);
}
int fdatasync(int fd) { return fsync(fd); }

int ftruncate64(int fd, off_t size) {
  char path[PATH_MAX];
  if (watched(fd, path)) {
    struct stat stat;
    step(fd, 0, 0, 0);
    if (fstat(fd, &stat) == 0 && stat.st_size > size) remember(fd, path, size, (size_t)(stat.st_size - size));
  }
  return real_ftruncate(fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int unlink(const char *path) {
  if (is_below(path)) step(-1, 0, 0, 0);
  return real_unlink(path);
}

int rename(const char *from, const char *to) {
  if (is_below(from)) step(-1, 0, 0, 0);
  return real_rename(from, to);
}
