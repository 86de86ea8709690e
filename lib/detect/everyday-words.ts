import { COMMON_WORDS } from './common-words';

/**
 * What stands on so many pages that none of it may ask for a cold part by chance: the common words, those that come after them
 * in English (by the same list; as anchors they serve well), what an apostrophe leaves of a word, letters, small numbers and years.
 */
export const EVERYDAY_WORDS: string[] = [
  ...COMMON_WORDS.flat(),
  ...'abcdefghijklmnopqrstuvwxyz',
  ...numbers(0, 100),
  ...numbers(1990, 2030),
  ...`
    jan usa john york san quote language story sell options experience rates create key body young
    america important field few east paper single age activities club example girls additional
    password latest something road gift question changes night hard texas oct pay four status browse
    issue range building seller court february always result audio light write nov offer blue groups
    easy given files event release analysis request fax china making picture needs possible might
    professional yet month major star areas future space committee hand sun cards problems london
    washington meeting become interest child keep enter california share similar garden schools
    million added reference companies listed baby learning energy run delivery net popular term film
    stories put computers journal reports try welcome central images president notice god original
    head radio until cell color self council away includes track australia discussion archive once
    others entertainment agreement format least society months log safety friends sure faq trade
    edition cars messages marketing tell further updated association able having provides david fun
    already green studies close common drive specific several gold feb living sep collection called
    short arts lot ask display limited powered solutions means director daily beach past natural
    whether electronics five upon period planning database says official weather mar land average
    done technical window france pro region island record direct microsoft conference environment
    records district calendar costs style url front statement update parts aug ever downloads early
    miles sound resource present applications either ago document word works material bill apr
    written talk federal hosting rules final adult tickets thing centre requirements via cheap kids
    finance true minutes else mark third rock gifts europe reading topics bad individual tips auto
    cover usually edit together videos percent fast function fact unit getting global tech meet far
    economic player projects lyrics often subscribe submit germany amount watch included feel though
    bank risk thanks everything deals various words linux jul production commercial james weight
    town heart advertising received choose treatment newsletter archives points knowledge magazine
    error camera jun girl currently construction toys registered clear golf receive domain methods
    chapter makes protection policies loan wide beauty manager india position taken sort listings
    models michael known half cases step engineering florida simple quick none wireless license paul
    friday lake whole annual published later basic sony shows corporate google church method
    purchase customers active response practice hardware figure materials fire holiday chat enough
    designed along among death writing speed html countries loss face brand discount higher effects
    created remember standards oil bit yellow political increase advertise kingdom base near
    environmental thought stuff french storage japan doing loans shoes entry stay nature orders
    availability africa summary turn mean growth notes agency king monday european activity copy
    although drug pics western income force cash employment overall bay river commission package
    contents seen players engine port album regional stop supplies started administration bar
    institute views plans double dog build screen exchange types soon sponsored lines electronic
    continue across benefits needed season apply someone held anything printer condition effective
    believe organization effect asked mind sunday selection pdf lost tour menu volume cross anyone
    mortgage hope silver corporation wish inside solution mature role rather weeks addition came
    supply nothing certain executive running lower necessary union jewelry according clothing
    particular fine names robert homepage hour gas skills six bush islands advice career military
    rental decision leave british huge woman facilities zip bid kind sellers middle move cable
    opportunities taking values division coming tuesday object appropriate machine logo length
    actually nice score statistics client returns capital follow sample investment sent shown
    saturday christmas england culture band flash lead george choice went starting registration
    thursday courses consumer airport foreign artist outside furniture levels channel letter mode
    phones ideas wednesday structure fund summer allow degree contract button releases homes super
    male matter custom virginia almost took located multiple asian distribution editor inn
    industrial cause potential song ltd focus late fall featured idea rooms female responsible inc
    communications win associated thomas primary cancer numbers reason tool browser spring
    foundation answer voice friendly schedule documents communication purpose feature bed comes
    police everyone independent approach cameras brown physical operating hill maps medicine deal
    hold ratings chicago forms glass happy smith wanted developed thank safe unique survey prior
    telephone sport ready feed animal sources mexico population regular secure navigation operations
    therefore simply evidence station christian round favorite understand option master valley
    recently probably rentals sea built publications blood cut worldwide improve connection
    publisher hall larger anti networks earth parents impact transfer introduction kitchen strong
    carolina wedding properties hospital ground overview ship accommodation owners disease excellent
    paid italy perfect hair opportunity kit classic basis command cities william express award
    distance tree peter assessment ensure thus wall involved extra especially interface partners
    budget rated guides success maximum operation existing quite selected boy amazon patients
    restaurants beautiful warning wine locations horse vote forward flowers stars significant lists
    technologies owner retail animals useful directly manufacturer ways providing rule mac housing
    takes bring catalog searches max trying mother authority considered told xml traffic programme
    joined input strategy feet agent valid modern senior ireland teaching door grand testing trial
    charge units instead canadian cool normal wrote enterprise ships entire educational leading
    metal positive fitness chinese opinion asia football abstract uses output funds greater likely
    develop employees artists alternative processing responsibility resolution java guest seems
    publication pass relations trust van contains session multi photography don doesn didn isn wasn
    couldn won ve ll com www http https facebook twitter
  `
    .trim()
    .split(/\s+/),
];

function numbers(first: number, end: number): string[] {
  return Array.from({ length: end - first }, (_, at) => `${first + at}`);
}
