//! Written by `scripts/tables` from `tables/countries.csv`, which names origin and licence.

/// The codes of two letters.
#[rustfmt::skip]
pub(super) static CODES: [u32; 26] = [
    0x02df_5978, 0x036f_7bfb, 0x03f2_7ded, 0x0200_5610, 0x000e_00d4, 0x0002_5700, 0x015f_b9fb, 0x001a_3400, 0x000f_7818, 0x0000_d010, 0x0342_b1d0, 0x013e_0507, 0x03ff_fcfd, 0x0212_c975, 0x0000_1000, 0x014e_3cf1, 0x0000_0001, 0x0054_4010, 0x03ae_7fdf, 0x026a_7eec, 0x0304_1041, 0x0010_2155, 0x0004_0020, 0x0000_0400, 0x0008_0010, 0x0040_1001,
];

/// Every country: code of two letters, of three, name in English, in Bulgarian, other names between bars.
#[rustfmt::skip]
pub(super) static COUNTRIES: &str = "\
AD	AND	Andorra	Андора	
AE	ARE	United Arab Emirates	Обединени арабски емирства	UAE|ОАЕ
AF	AFG	Afghanistan	Афганистан	
AG	ATG	Antigua & Barbuda	Антигуа и Барбуда	Antigua and Barbuda
AI	AIA	Anguilla	Ангуила	
AL	ALB	Albania	Албания	
AM	ARM	Armenia	Армения	
AO	AGO	Angola	Ангола	
AQ	ATA	Antarctica	Антарктика	
AR	ARG	Argentina	Аржентина	
AS	ASM	American Samoa	Американска Самоа	
AT	AUT	Austria	Австрия	
AU	AUS	Australia	Австралия	
AW	ABW	Aruba	Аруба	
AX	ALA	Åland Islands	Оландски острови	
AZ	AZE	Azerbaijan	Азербайджан	
BA	BIH	Bosnia & Herzegovina	Босна и Херцеговина	Bosnia|Bosnia & Herzegovina|Босна|Bosnia and Herzegovina
BB	BRB	Barbados	Барбадос	
BD	BGD	Bangladesh	Бангладеш	
BE	BEL	Belgium	Белгия	
BF	BFA	Burkina Faso	Буркина Фасо	
BG	BGR	Bulgaria	България	Republic of Bulgaria|Република България|РБ|БГ
BH	BHR	Bahrain	Бахрейн	
BI	BDI	Burundi	Бурунди	
BJ	BEN	Benin	Бенин	
BL	BLM	St. Barthélemy	Сен Бартелеми	Saint Barthélemy
BM	BMU	Bermuda	Бермудски острови	
BN	BRN	Brunei	Бруней Даруссалам	Brunei Darussalam
BO	BOL	Bolivia	Боливия	
BQ	BES	Caribbean Netherlands	Карибска Нидерландия	
BR	BRA	Brazil	Бразилия	
BS	BHS	Bahamas	Бахамски острови	
BT	BTN	Bhutan	Бутан	
BV	BVT	Bouvet Island	остров Буве	
BW	BWA	Botswana	Ботсвана	
BY	BLR	Belarus	Беларус	Belorussia|Белорусия|Беларус
BZ	BLZ	Belize	Белиз	
CA	CAN	Canada	Канада	
CC	CCK	Cocos (Keeling) Islands	Кокосови острови (острови Кийлинг)	
CD	COD	Congo - Kinshasa	Конго (Киншаса)	DR Congo|ZR
CF	CAF	Central African Republic	Централноафриканска република	
CG	COG	Congo - Brazzaville	Конго (Бразавил)	Congo
CH	CHE	Switzerland	Швейцария	Swiss Confederation
CI	CIV	Côte d’Ivoire	Кот д’Ивоар	Ivory Coast|Côte d'Ivoire
CK	COK	Cook Islands	острови Кук	
CL	CHL	Chile	Чили	
CM	CMR	Cameroon	Камерун	
CN	CHN	China	Китай	
CO	COL	Colombia	Колумбия	
CR	CRI	Costa Rica	Коста Рика	
CU	CUB	Cuba	Куба	
CV	CPV	Cape Verde	Кабо Верде	Cabo Verde
CW	CUW	Curaçao	Кюрасао	
CX	CXR	Christmas Island	остров Рождество	
CY	CYP	Cyprus	Кипър	
CZ	CZE	Czechia	Чехия	Czech Republic|Чешка република
DE	DEU	Germany	Германия	ФРГ|Федерална република Германия
DJ	DJI	Djibouti	Джибути	
DK	DNK	Denmark	Дания	
DM	DMA	Dominica	Доминика	
DO	DOM	Dominican Republic	Доминиканска република	
DZ	DZA	Algeria	Алжир	
EC	ECU	Ecuador	Еквадор	
EE	EST	Estonia	Естония	
EG	EGY	Egypt	Египет	
EH	ESH	Western Sahara	Западна Сахара	
ER	ERI	Eritrea	Еритрея	
ES	ESP	Spain	Испания	
ET	ETH	Ethiopia	Етиопия	
FI	FIN	Finland	Финландия	
FJ	FJI	Fiji	Фиджи	
FK	FLK	Falkland Islands	Фолкландски острови	Falkland Islands (Malvinas)
FM	FSM	Micronesia	Микронезия	
FO	FRO	Faroe Islands	Фарьорски острови	
FR	FRA	France	Франция	
GA	GAB	Gabon	Габон	
GB	GBR	United Kingdom	Обединеното кралство	UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Англия|Великобритания|Шотландия|Уелс
GD	GRD	Grenada	Гренада	
GE	GEO	Georgia	Грузия	
GF	GUF	French Guiana	Френска Гвиана	
GG	GGY	Guernsey	Гърнзи	
GH	GHA	Ghana	Гана	
GI	GIB	Gibraltar	Гибралтар	
GL	GRL	Greenland	Гренландия	
GM	GMB	Gambia	Гамбия	
GN	GIN	Guinea	Гвинея	
GP	GLP	Guadeloupe	Гваделупа	
GQ	GNQ	Equatorial Guinea	Екваториална Гвинея	
GR	GRC	Greece	Гърция	EL|Hellas
GS	SGS	South Georgia & South Sandwich Islands	Южна Джорджия и Южни Сандвичеви острови	
GT	GTM	Guatemala	Гватемала	
GU	GUM	Guam	Гуам	
GW	GNB	Guinea-Bissau	Гвинея-Бисау	
GY	GUY	Guyana	Гаяна	
HK	HKG	Hong Kong SAR China	Хонконг, САР на Китай	Hong Kong
HM	HMD	Heard & McDonald Islands	острови Хърд и Макдоналд	
HN	HND	Honduras	Хондурас	
HR	HRV	Croatia	Хърватия	
HT	HTI	Haiti	Хаити	
HU	HUN	Hungary	Унгария	
ID	IDN	Indonesia	Индонезия	
IE	IRL	Ireland	Ирландия	Republic of Ireland|Eire
IL	ISR	Israel	Израел	
IM	IMN	Isle of Man	остров Ман	
IN	IND	India	Индия	
IO	IOT	British Indian Ocean Territory	Британска територия в Индийския океан	
IQ	IRQ	Iraq	Ирак	
IR	IRN	Iran	Иран	
IS	ISL	Iceland	Исландия	
IT	ITA	Italy	Италия	
JE	JEY	Jersey	Джърси	
JM	JAM	Jamaica	Ямайка	
JO	JOR	Jordan	Йордания	
JP	JPN	Japan	Япония	
KE	KEN	Kenya	Кения	
KG	KGZ	Kyrgyzstan	Киргизстан	
KH	KHM	Cambodia	Камбоджа	
KI	KIR	Kiribati	Кирибати	
KM	COM	Comoros	Коморски острови	
KN	KNA	St. Kitts & Nevis	Сейнт Китс и Невис	Saint Kitts and Nevis
KP	PRK	North Korea	Северна Корея	North Korea
KR	KOR	South Korea	Южна Корея	South Korea
KW	KWT	Kuwait	Кувейт	
KY	CYM	Cayman Islands	Кайманови острови	
KZ	KAZ	Kazakhstan	Казахстан	
LA	LAO	Laos	Лаос	
LB	LBN	Lebanon	Ливан	
LC	LCA	St. Lucia	Сейнт Лусия	Saint Lucia
LI	LIE	Liechtenstein	Лихтенщайн	
LK	LKA	Sri Lanka	Шри Ланка	
LR	LBR	Liberia	Либерия	
LS	LSO	Lesotho	Лесото	
LT	LTU	Lithuania	Литва	
LU	LUX	Luxembourg	Люксембург	
LV	LVA	Latvia	Латвия	
LY	LBY	Libya	Либия	
MA	MAR	Morocco	Мароко	
MC	MCO	Monaco	Монако	
MD	MDA	Moldova	Молдова	Republic of Moldova|Молдавия
ME	MNE	Montenegro	Черна гора	
MF	MAF	St. Martin	Сен Мартен	Saint Martin (French part)
MG	MDG	Madagascar	Мадагаскар	
MH	MHL	Marshall Islands	Маршалови острови	
MK	MKD	North Macedonia	Северна Македония	Macedonia|FYROM|Македония|Република Македония|БЮРМ
ML	MLI	Mali	Мали	
MM	MMR	Myanmar (Burma)	Мианмар (Бирма)	BU|Burma|Бирма|Myanmar
MN	MNG	Mongolia	Монголия	
MO	MAC	Macao SAR China	Макао, САР на Китай	Macao
MP	MNP	Northern Mariana Islands	Северни Мариански острови	
MQ	MTQ	Martinique	Мартиника	
MR	MRT	Mauritania	Мавритания	
MS	MSR	Montserrat	Монтсерат	
MT	MLT	Malta	Малта	
MU	MUS	Mauritius	Мавриций	
MV	MDV	Maldives	Малдиви	
MW	MWI	Malawi	Малави	
MX	MEX	Mexico	Мексико	
MY	MYS	Malaysia	Малайзия	
MZ	MOZ	Mozambique	Мозамбик	
NA	NAM	Namibia	Намибия	
NC	NCL	New Caledonia	Нова Каледония	
NE	NER	Niger	Нигер	
NF	NFK	Norfolk Island	остров Норфолк	
NG	NGA	Nigeria	Нигерия	
NI	NIC	Nicaragua	Никарагуа	
NL	NLD	Netherlands	Нидерландия	Holland|The Netherlands|Холандия
NO	NOR	Norway	Норвегия	
NP	NPL	Nepal	Непал	
NR	NRU	Nauru	Науру	
NU	NIU	Niue	Ниуе	
NZ	NZL	New Zealand	Нова Зеландия	
OM	OMN	Oman	Оман	
PA	PAN	Panama	Панама	
PE	PER	Peru	Перу	
PF	PYF	French Polynesia	Френска Полинезия	
PG	PNG	Papua New Guinea	Папуа-Нова Гвинея	
PH	PHL	Philippines	Филипини	
PK	PAK	Pakistan	Пакистан	
PL	POL	Poland	Полша	
PM	SPM	St. Pierre & Miquelon	Сен Пиер и Микелон	Saint Pierre and Miquelon
PN	PCN	Pitcairn Islands	Острови Питкерн	Pitcairn
PR	PRI	Puerto Rico	Пуерто Рико	
PS	PSE	Palestinian Territories	Палестински територии	
PT	PRT	Portugal	Португалия	
PW	PLW	Palau	Палау	
PY	PRY	Paraguay	Парагвай	
QA	QAT	Qatar	Катар	
RE	REU	Réunion	Реюнион	
RO	ROU	Romania	Румъния	
RS	SRB	Serbia	Сърбия	Република Сърбия
RU	RUS	Russia	Русия	Russian Federation|Руска федерация
RW	RWA	Rwanda	Руанда	
SA	SAU	Saudi Arabia	Саудитска Арабия	
SB	SLB	Solomon Islands	Соломонови острови	
SC	SYC	Seychelles	Сейшели	
SD	SDN	Sudan	Судан	
SE	SWE	Sweden	Швеция	
SG	SGP	Singapore	Сингапур	
SH	SHN	St. Helena	Света Елена	
SI	SVN	Slovenia	Словения	
SJ	SJM	Svalbard & Jan Mayen	Свалбард и Ян Майен	Svalbard and Jan Mayen
SK	SVK	Slovakia	Словакия	Slovak Republic|Словашка република
SL	SLE	Sierra Leone	Сиера Леоне	
SM	SMR	San Marino	Сан Марино	
SN	SEN	Senegal	Сенегал	
SO	SOM	Somalia	Сомалия	
SR	SUR	Suriname	Суринам	
SS	SSD	South Sudan	Южен Судан	
ST	STP	São Tomé & Príncipe	Сао Томе и Принсипи	Sao Tome and Principe
SV	SLV	El Salvador	Салвадор	
SX	SXM	Sint Maarten	Синт Мартен	Sint Maarten (Dutch part)
SY	SYR	Syria	Сирия	Syrian Arab Republic
SZ	SWZ	Eswatini	Есватини	Swaziland
TC	TCA	Turks & Caicos Islands	острови Търкс и Кайкос	Turks and Caicos Islands
TD	TCD	Chad	Чад	
TF	ATF	French Southern Territories	Френски южни територии	
TG	TGO	Togo	Того	
TH	THA	Thailand	Тайланд	
TJ	TJK	Tajikistan	Таджикистан	
TK	TKL	Tokelau	Токелау	
TL	TLS	Timor-Leste	Тимор Лесте	TP|East Timor
TM	TKM	Turkmenistan	Туркменистан	
TN	TUN	Tunisia	Тунис	
TO	TON	Tonga	Тонга	
TR	TUR	Türkiye	Турция	Turkey|Turkiye
TT	TTO	Trinidad & Tobago	Тринидад и Тобаго	Trinidad and Tobago
TV	TUV	Tuvalu	Тувалу	
TW	TWN	Taiwan	Тайван	
TZ	TZA	Tanzania	Танзания	
UA	UKR	Ukraine	Украйна	
UG	UGA	Uganda	Уганда	
UM	UMI	U.S. Outlying Islands	Отдалечени острови на САЩ	
US	USA	United States	Съединени щати	USA|United States of America|Съединени американски щати|САЩ
UY	URY	Uruguay	Уругвай	
UZ	UZB	Uzbekistan	Узбекистан	
VA	VAT	Vatican City	Ватикан	Vatican|Ватикан|Holy See (Vatican City State)
VC	VCT	St. Vincent & Grenadines	Сейнт Винсънт и Гренадини	
VE	VEN	Venezuela	Венецуела	
VG	VGB	British Virgin Islands	Британски Вирджински острови	
VI	VIR	U.S. Virgin Islands	Американски Вирджински острови	
VN	VNM	Vietnam	Виетнам	Viet Nam
VU	VUT	Vanuatu	Вануату	
WF	WLF	Wallis & Futuna	Уолис и Футуна	Wallis and Futuna
WS	WSM	Samoa	Самоа	
XK	XKX	Kosovo	Косово	KS
YE	YEM	Yemen	Йемен	
YT	MYT	Mayotte	Майот	
ZA	ZAF	South Africa	Южна Африка	
ZM	ZMB	Zambia	Замбия	
ZW	ZWE	Zimbabwe	Зимбабве	
";
