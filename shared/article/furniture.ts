// The words of the page itself, in every language it can have: one table, so that a language with a word missing does not compile.
import type { Policy } from './policies.ts'
import type { NoteKind } from './public-note.ts'

export const FURNITURE_LANGUAGES = ['en', 'de', 'fr', 'es', 'ko', 'ar'] as const
export type FurnitureLanguage = (typeof FURNITURE_LANGUAGES)[number]

export interface FurnitureWords {
  /** The language's name in itself, for the settings. */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  readonly skip: string
  readonly proof: string
  readonly untitled: string
  readonly published: string
  readonly updated: string
  readonly address: string
  readonly identifier: string
  readonly version: string
  readonly hash: string
  readonly picture: string
  readonly table: string
  readonly readerNote: string
  /** Heading over the public notes. */
  readonly notes: string
  /** Before the kinds of notes that stand below the body. */
  readonly seeBelow: string
  /** Heading over a retraction, in place of the body. */
  readonly retracted: string
  readonly noteKinds: Readonly<Record<NoteKind, string>>
  readonly policies: Readonly<Record<Policy, string>>
  readonly correctionsLog: string
  /** Where a corrections log has nothing to list. */
  readonly noCorrections: string
}

export const FURNITURE: Readonly<Record<FurnitureLanguage, FurnitureWords>> = {
  en: {
    name: 'English',
    direction: 'ltr',
    skip: 'Skip to main content',
    proof: 'Proof. Not for publication.',
    untitled: 'Untitled',
    published: 'Published',
    updated: 'Updated',
    address: 'Address',
    identifier: 'Identifier',
    version: 'Version',
    hash: 'SHA-256 of the text',
    picture: 'Picture',
    table: 'Table',
    readerNote: 'Note to readers',
    notes: 'Corrections and updates',
    seeBelow: 'See below:',
    retracted: 'This article has been retracted',
    noteKinds: {
      correction: 'Correction',
      clarification: 'Clarification',
      update: 'Update',
      'editors-note': 'Editor’s note',
      retraction: 'Retraction',
    },
    policies: {
      corrections: 'Corrections policy',
      ethics: 'Ethics policy',
      verification: 'How we check facts',
      unnamedSources: 'Unnamed sources',
      feedback: 'Feedback',
      diversity: 'Diversity policy',
      masthead: 'Masthead',
      ownership: 'Ownership and funding',
      mission: 'Mission',
    },
    correctionsLog: 'Corrections',
    noCorrections: 'No corrections have been made.',
  },
  de: {
    name: 'Deutsch',
    direction: 'ltr',
    skip: 'Zum Hauptinhalt springen',
    proof: 'Korrekturabzug. Nicht zur Veröffentlichung.',
    untitled: 'Ohne Titel',
    published: 'Veröffentlicht',
    updated: 'Aktualisiert',
    address: 'Adresse',
    identifier: 'Kennung',
    version: 'Version',
    hash: 'SHA-256 des Textes',
    picture: 'Bild',
    table: 'Tabelle',
    readerNote: 'Hinweis für Leserinnen und Leser',
    notes: 'Korrekturen und Aktualisierungen',
    seeBelow: 'Siehe unten:',
    retracted: 'Dieser Artikel wurde zurückgezogen',
    noteKinds: {
      correction: 'Korrektur',
      clarification: 'Klarstellung',
      update: 'Aktualisierung',
      'editors-note': 'Anmerkung der Redaktion',
      retraction: 'Zurückgezogen',
    },
    policies: {
      corrections: 'Umgang mit Fehlern',
      ethics: 'Redaktionelle Grundsätze',
      verification: 'Wie wir Fakten prüfen',
      unnamedSources: 'Ungenannte Quellen',
      feedback: 'Rückmeldungen',
      diversity: 'Grundsätze zur Vielfalt',
      masthead: 'Impressum',
      ownership: 'Eigentümer und Finanzierung',
      mission: 'Auftrag',
    },
    correctionsLog: 'Korrekturen',
    noCorrections: 'Es gibt keine Korrekturen.',
  },
  fr: {
    name: 'Français',
    direction: 'ltr',
    skip: 'Aller au contenu principal',
    proof: 'Épreuve. Ne pas publier.',
    untitled: 'Sans titre',
    published: 'Publié le',
    updated: 'Mis à jour le',
    address: 'Adresse',
    identifier: 'Identifiant',
    version: 'Version',
    hash: 'SHA-256 du texte',
    picture: 'Image',
    table: 'Tableau',
    readerNote: 'Note aux lecteurs',
    notes: 'Corrections et mises à jour',
    seeBelow: 'Voir plus bas :',
    retracted: 'Cet article a été rétracté',
    noteKinds: {
      correction: 'Correction',
      clarification: 'Précision',
      update: 'Mise à jour',
      'editors-note': 'Note de la rédaction',
      retraction: 'Rétractation',
    },
    policies: {
      corrections: 'Politique de correction',
      ethics: 'Charte éthique',
      verification: 'Vérification des faits',
      unnamedSources: 'Sources anonymes',
      feedback: 'Nous écrire',
      diversity: 'Politique de diversité',
      masthead: 'Ours',
      ownership: 'Propriété et financement',
      mission: 'Mission',
    },
    correctionsLog: 'Corrections',
    noCorrections: 'Aucune correction n’a été publiée.',
  },
  es: {
    name: 'Español',
    direction: 'ltr',
    skip: 'Saltar al contenido principal',
    proof: 'Prueba. No publicar.',
    untitled: 'Sin título',
    published: 'Publicado:',
    updated: 'Actualizado:',
    address: 'Dirección',
    identifier: 'Identificador',
    version: 'Versión',
    hash: 'SHA-256 del texto',
    picture: 'Imagen',
    table: 'Tabla',
    readerNote: 'Nota a los lectores',
    notes: 'Correcciones y actualizaciones',
    seeBelow: 'Véase más abajo:',
    retracted: 'Este artículo ha sido retirado',
    noteKinds: {
      correction: 'Corrección',
      clarification: 'Aclaración',
      update: 'Actualización',
      'editors-note': 'Nota de la redacción',
      retraction: 'Retractación',
    },
    policies: {
      corrections: 'Política de correcciones',
      ethics: 'Código ético',
      verification: 'Verificación de datos',
      unnamedSources: 'Fuentes anónimas',
      feedback: 'Comentarios',
      diversity: 'Política de diversidad',
      masthead: 'Redacción',
      ownership: 'Propiedad y financiación',
      mission: 'Misión',
    },
    correctionsLog: 'Correcciones',
    noCorrections: 'No se ha publicado ninguna corrección.',
  },
  ko: {
    name: '한국어',
    direction: 'ltr',
    skip: '본문으로 바로가기',
    proof: '교정쇄. 게재용이 아닙니다.',
    untitled: '제목 없음',
    published: '입력',
    updated: '수정',
    address: '주소',
    identifier: '식별자',
    version: '판',
    hash: '본문 SHA-256',
    picture: '사진',
    table: '표',
    readerNote: '독자 여러분께',
    notes: '정정 및 업데이트',
    seeBelow: '아래 참조:',
    retracted: '이 기사는 철회되었습니다',
    noteKinds: {
      correction: '정정',
      clarification: '보충 설명',
      update: '업데이트',
      'editors-note': '편집자 주',
      retraction: '기사 철회',
    },
    policies: {
      corrections: '정정 보도 원칙',
      ethics: '윤리 강령',
      verification: '사실 확인 원칙',
      unnamedSources: '익명 취재원 원칙',
      feedback: '의견 보내기',
      diversity: '다양성 원칙',
      masthead: '만드는 사람들',
      ownership: '소유 및 재원',
      mission: '보도 사명',
    },
    correctionsLog: '정정 보도',
    noCorrections: '정정 내역이 없습니다.',
  },
  ar: {
    name: 'العربية',
    direction: 'rtl',
    skip: 'انتقل إلى المحتوى الرئيسي',
    proof: 'تجربة طباعية. ليست للنشر.',
    untitled: 'بلا عنوان',
    published: 'نُشر في',
    updated: 'حُدِّث في',
    address: 'العنوان',
    identifier: 'المعرّف',
    version: 'النسخة',
    hash: 'بصمة النص SHA-256',
    picture: 'صورة',
    table: 'جدول',
    readerNote: 'ملاحظة إلى القرّاء',
    notes: 'تصويبات وتحديثات',
    seeBelow: 'انظر أدناه:',
    retracted: 'سُحب هذا المقال',
    noteKinds: {
      correction: 'تصويب',
      clarification: 'توضيح',
      update: 'تحديث',
      'editors-note': 'ملاحظة التحرير',
      retraction: 'سحب المقال',
    },
    policies: {
      corrections: 'سياسة التصويب',
      ethics: 'ميثاق الأخلاقيات',
      verification: 'كيف نتحقق من الوقائع',
      unnamedSources: 'المصادر غير المسماة',
      feedback: 'راسلونا',
      diversity: 'سياسة التنوع',
      masthead: 'هيئة التحرير',
      ownership: 'الملكية والتمويل',
      mission: 'رسالتنا',
    },
    correctionsLog: 'تصويبات',
    noCorrections: 'لا توجد تصويبات.',
  },
}
