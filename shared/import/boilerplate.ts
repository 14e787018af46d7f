// Lines of a page's furniture that come along when an article is copied as text. Whole lines only: a sentence that mentions
// sharing or cookies is a sentence.

/** Furniture wherever it stands alone on a line. */
const ANYWHERE = [
  /^(skip|jump) (directly )?to\b.{0,40}$/,
  /^(advertisement|advert|ad|ads|sponsored|sponsored content|promoted|anzeige|werbung|publicité|publicidad|reklam|reklama)$/,
  /^(advertisement|ad)\s*[-–—:·|]\s*.{0,60}$/,
  /^(article|story|content) continues (below|after).{0,40}$/,
  /^(continue|keep) reading( below)?( the main story)?$/,
  /^share( this)?( (article|story|page|post|on|via|with).{0,30})?$/,
  /^(share|tweet|email|print|copy link|link copied!?|copied!?|whatsapp|linkedin|reddit|pinterest|telegram|messenger|flipboard|bluesky|threads)$/,
  /^(share on |follow (us )?on |join us on )?(facebook|twitter|x|instagram|youtube|tiktok|linkedin|whatsapp)$/,
  /^(save|bookmark|gift) (this )?(article|story)$|^(save|gift|listen|play|pause|mute|unmute|replay)$/,
  /^(listen|listen to (this|the) (article|story).{0,30})$/,
  /^(play|watch) (video|now)$|^video (player|unavailable)$|^media player.{0,40}$/,
  /^\d{1,3}\s*[- ]?min(ute)?s?( read| listen)?$|^(reading time|estimated read(ing)? time):?.{0,20}$/,
  /^(\d[\d,.]*[km]? )?(comments?|views?|shares?|likes?|reactions?)$|^(view|show|read|see|leave|post|add) (all |the |a )?(\d+ )?comments?$/,
  /^(we|this (site|website)|our (site|website|partners)) (and our .{0,40} )?(use|uses|store|stores) cookies\b.{0,300}$/,
  /^(accept|reject|allow|manage)( all)?( cookies| preferences| settings)?$|^cookies? (policy|settings|preferences|notice)$/,
  /^(sign up|subscribe|register)( now| today| here| free)?( (for|to) .{0,80})?$/,
  /^(sign in|log in|login|sign out|log out|my account|create (an )?account)$/,
  /^(get|receive) .{0,60}(newsletter|inbox).{0,60}$/,
  /^(newsletter|newsletters|enter your email( address)?|email address)$/,
  /^(related|related (articles?|stories|topics|content|links)|more (on|from) .{0,60}|more stories|read more|read next|up next|you may also like|recommended( for you)?|most (read|popular|viewed)|trending( now)?|don'?t miss|in this (article|story)|see also)$/,
  /^(read more|also read|see also|related|more|watch|listen|recommended)\s*[:|»>].{0,160}$/,
  /^(©|\(c\)|copyright)(?![\p{L}]).{0,200}$|^.{0,80}all rights reserved\.?.{0,80}$/u,
  /^our standards:.{0,80}$|^(terms( of (use|service))?|privacy( policy)?|contact( us)?|about( us)?|help|faq|sitemap|careers|advertise( with us)?)$/,
  /^(back to top|top|scroll to continue|loading\.{0,3}|please wait|close|open|menu|toggle .{0,20}|hamburger icon)$/,
  /^(image|photo|picture|video) (source|credit|caption)$/,
]
/** Furniture only above the headline or below the last paragraph: inside a story these words could be a crosshead. */
const EDGES = [
  /^(menu|search|home|sections|navigation|live|video|more|next|previous|e-?paper|today'?s paper|weather|the latest)$/,
]

export function isBoilerplate(line: string, isEdge: boolean): boolean {
  const text = line
    .trim()
    .toLowerCase()
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\s+/g, ' ')
  if (text === '' || text.length > 400) return false
  if (/^[^\p{L}\p{N}]+$/u.test(text) && text.length <= 3) return isEdge // stray arrows, bullets and bars
  return ANYWHERE.some((form) => form.test(text)) || (isEdge && EDGES.some((form) => form.test(text)))
}
