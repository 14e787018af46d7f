// Zone abbreviations that Intl does not give in English (it answers "GMT+9" for Seoul). Chosen by zone and by the offset in
// force at the instant, so that summer time and past rule changes cannot mislabel a time: an offset not listed has no name here.

interface ZoneFamily {
  readonly zones: readonly string[]
  /** Minutes east of UTC to abbreviation. */
  readonly names: Readonly<Record<number, string>>
}

const FAMILIES: readonly ZoneFamily[] = [
  { zones: ['UTC', 'Etc/UTC', 'Etc/GMT', 'Etc/UCT', 'Etc/Zulu', 'GMT'], names: { 0: 'UTC' } },
  {
    zones: [
      'Europe/London',
      'Europe/Belfast',
      'Europe/Guernsey',
      'Europe/Isle_of_Man',
      'Europe/Jersey',
      'GB',
    ],
    names: { 0: 'GMT', 60: 'BST' },
  },
  { zones: ['Europe/Dublin', 'Eire'], names: { 0: 'GMT', 60: 'IST' } },
  {
    zones: ['Europe/Lisbon', 'Atlantic/Madeira', 'Atlantic/Canary', 'Atlantic/Faroe'],
    names: { 0: 'WET', 60: 'WEST' },
  },
  {
    zones: [
      'Africa/Ceuta',
      'Arctic/Longyearbyen',
      'Europe/Amsterdam',
      'Europe/Andorra',
      'Europe/Belgrade',
      'Europe/Berlin',
      'Europe/Bratislava',
      'Europe/Brussels',
      'Europe/Budapest',
      'Europe/Busingen',
      'Europe/Copenhagen',
      'Europe/Gibraltar',
      'Europe/Ljubljana',
      'Europe/Luxembourg',
      'Europe/Madrid',
      'Europe/Malta',
      'Europe/Monaco',
      'Europe/Oslo',
      'Europe/Paris',
      'Europe/Podgorica',
      'Europe/Prague',
      'Europe/Rome',
      'Europe/San_Marino',
      'Europe/Sarajevo',
      'Europe/Skopje',
      'Europe/Stockholm',
      'Europe/Tirane',
      'Europe/Vaduz',
      'Europe/Vatican',
      'Europe/Vienna',
      'Europe/Warsaw',
      'Europe/Zagreb',
      'Europe/Zurich',
      'CET',
      'MET',
      'Africa/Algiers',
      'Africa/Tunis',
    ],
    names: { 60: 'CET', 120: 'CEST' },
  },
  {
    zones: [
      'Africa/Cairo',
      'Africa/Tripoli',
      'Asia/Beirut',
      'Asia/Famagusta',
      'Asia/Gaza',
      'Asia/Hebron',
      'Asia/Nicosia',
      'Europe/Athens',
      'Europe/Bucharest',
      'Europe/Chisinau',
      'Europe/Helsinki',
      'Europe/Kaliningrad',
      'Europe/Kiev',
      'Europe/Kyiv',
      'Europe/Mariehamn',
      'Europe/Riga',
      'Europe/Sofia',
      'Europe/Tallinn',
      'Europe/Vilnius',
      'EET',
    ],
    names: { 120: 'EET', 180: 'EEST' },
  },
  { zones: ['Europe/Moscow', 'Europe/Simferopol'], names: { 180: 'MSK' } },
  { zones: ['Asia/Jerusalem', 'Asia/Tel_Aviv', 'Israel'], names: { 120: 'IST', 180: 'IDT' } },
  { zones: ['Asia/Karachi'], names: { 300: 'PKT' } },
  { zones: ['Asia/Kolkata', 'Asia/Calcutta'], names: { 330: 'IST' } },
  { zones: ['Asia/Jakarta', 'Asia/Pontianak'], names: { 420: 'WIB' } },
  { zones: ['Asia/Makassar', 'Asia/Ujung_Pandang'], names: { 480: 'WITA' } },
  { zones: ['Asia/Jayapura'], names: { 540: 'WIT' } },
  { zones: ['Asia/Hong_Kong', 'Hongkong'], names: { 480: 'HKT' } },
  { zones: ['Asia/Singapore', 'Singapore'], names: { 480: 'SGT' } },
  { zones: ['Asia/Shanghai', 'Asia/Taipei', 'Asia/Macau', 'PRC', 'ROC'], names: { 480: 'CST' } },
  { zones: ['Asia/Tokyo', 'Japan'], names: { 540: 'JST' } },
  { zones: ['Asia/Seoul', 'ROK', 'Asia/Pyongyang'], names: { 540: 'KST', 600: 'KDT' } },
  { zones: ['Australia/Perth', 'Australia/West'], names: { 480: 'AWST' } },
  {
    zones: [
      'Australia/Adelaide',
      'Australia/Darwin',
      'Australia/Broken_Hill',
      'Australia/North',
      'Australia/South',
    ],
    names: { 570: 'ACST', 630: 'ACDT' },
  },
  {
    zones: [
      'Australia/Sydney',
      'Australia/Melbourne',
      'Australia/Hobart',
      'Australia/Brisbane',
      'Australia/Canberra',
      'Australia/Lindeman',
      'Australia/Currie',
      'Australia/ACT',
      'Australia/NSW',
      'Australia/Victoria',
      'Australia/Tasmania',
      'Australia/Queensland',
      'Antarctica/Macquarie',
    ],
    names: { 600: 'AEST', 660: 'AEDT' },
  },
  { zones: ['Pacific/Auckland', 'Antarctica/McMurdo', 'NZ'], names: { 720: 'NZST', 780: 'NZDT' } },
  { zones: ['Pacific/Guam', 'Pacific/Saipan'], names: { 600: 'ChST' } },
  { zones: ['America/St_Johns', 'Canada/Newfoundland'], names: { [-210]: 'NST', [-150]: 'NDT' } },
  {
    zones: [
      'Africa/Abidjan',
      'Africa/Accra',
      'Africa/Dakar',
      'Africa/Monrovia',
      'Africa/Freetown',
      'Africa/Bamako',
    ],
    names: { 0: 'GMT' },
  },
  {
    zones: ['Africa/Lagos', 'Africa/Kinshasa', 'Africa/Luanda', 'Africa/Douala', 'Africa/Niamey'],
    names: { 60: 'WAT' },
  },
  {
    zones: [
      'Africa/Maputo',
      'Africa/Harare',
      'Africa/Lusaka',
      'Africa/Kigali',
      'Africa/Gaborone',
      'Africa/Lubumbashi',
      'Africa/Khartoum',
      'Africa/Windhoek',
      'Africa/Blantyre',
      'Africa/Bujumbura',
      'Africa/Juba',
    ],
    names: { 120: 'CAT' },
  },
  { zones: ['Africa/Johannesburg', 'Africa/Maseru', 'Africa/Mbabane'], names: { 120: 'SAST' } },
  {
    zones: [
      'Africa/Nairobi',
      'Africa/Addis_Ababa',
      'Africa/Dar_es_Salaam',
      'Africa/Kampala',
      'Africa/Mogadishu',
    ],
    names: { 180: 'EAT' },
  },
]

let byZone: ReadonlyMap<string, ZoneFamily> | null = null

/** The abbreviation for this zone at this offset, or null. */
export function zoneName(zone: string, offsetMinutes: number): string | null {
  byZone ??= new Map(FAMILIES.flatMap((family) => family.zones.map((name) => [name, family] as const)))
  return byZone.get(zone)?.names[offsetMinutes] ?? null
}
