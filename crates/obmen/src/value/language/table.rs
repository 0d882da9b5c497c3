//! Written by `scripts/tables` from `tables/languages.csv`, which names origin and licence.

/// The codes of two letters.
#[rustfmt::skip]
pub(super) static CODES: [u32; 26] = [
    0x0326_3433, 0x0006_7151, 0x0136_4091, 0x0220_0011, 0x001c_6810, 0x0102_4321, 0x0030_2809, 0x031a_4111, 0x001c_4559, 0x0020_0001, 0x0176_7f41, 0x0038_6143, 0x010e_2dc0, 0x0122_685b, 0x0006_1204, 0x000c_0901, 0x0010_0000, 0x0050_7000, 0x007f_7ddd, 0x014e_6dd1, 0x0202_0440, 0x0000_4110, 0x0000_4001, 0x0000_0080, 0x0000_4100, 0x0010_0081,
];

/// The code of two letters that stands for another code.
#[rustfmt::skip]
pub(super) static REPLACED: &str = "\
aar	aa
abk	ab
afr	af
aka	ak
alb	sq
amh	am
ara	ar
arg	an
arm	hy
asm	as
ava	av
ave	ae
aym	ay
aze	az
bak	ba
bam	bm
baq	eu
bel	be
ben	bn
bis	bi
bod	bo
bos	bs
bre	br
bul	bg
bur	my
cat	ca
ces	cs
cha	ch
che	ce
chi	zh
chu	cu
chv	cv
cor	kw
cos	co
cre	cr
cym	cy
cze	cs
dan	da
deu	de
div	dv
dut	nl
dzo	dz
ell	el
eng	en
epo	eo
est	et
eus	eu
ewe	ee
fao	fo
fas	fa
fij	fj
fin	fi
fra	fr
fre	fr
fry	fy
ful	ff
geo	ka
ger	de
gla	gd
gle	ga
glg	gl
glv	gv
gre	el
grn	gn
guj	gu
hat	ht
hau	ha
heb	he
her	hz
hin	hi
hmo	ho
hrv	hr
hun	hu
hye	hy
ibo	ig
ice	is
ido	io
iii	ii
iku	iu
ile	ie
in	id
ina	ia
ind	id
ipk	ik
isl	is
ita	it
iw	he
jav	jv
ji	yi
jpn	ja
jw	jv
kal	kl
kan	kn
kas	ks
kat	ka
kau	kr
kaz	kk
khm	km
kik	ki
kin	rw
kir	ky
kom	kv
kon	kg
kor	ko
kua	kj
kur	ku
lao	lo
lat	la
lav	lv
lim	li
lin	ln
lit	lt
ltz	lb
lub	lu
lug	lg
mac	mk
mah	mh
mal	ml
mao	mi
mar	mr
may	ms
mkd	mk
mlg	mg
mlt	mt
mo	ro
mon	mn
mri	mi
msa	ms
mya	my
nau	na
nav	nv
nbl	nr
nde	nd
ndo	ng
nep	ne
nld	nl
nno	nn
nob	nb
nor	no
nya	ny
oci	oc
oji	oj
ori	or
orm	om
oss	os
pan	pa
per	fa
pli	pi
pol	pl
por	pt
pus	ps
que	qu
roh	rm
ron	ro
rum	ro
run	rn
rus	ru
sag	sg
san	sa
sin	si
slk	sk
slo	sk
slv	sl
sme	se
smo	sm
sna	sn
snd	sd
som	so
sot	st
spa	es
sqi	sq
srd	sc
srp	sr
ssw	ss
sun	su
swa	sw
swe	sv
tah	ty
tam	ta
tat	tt
tel	te
tgk	tg
tgl	tl
tha	th
tib	bo
tir	ti
ton	to
tsn	tn
tso	ts
tuk	tk
tur	tr
twi	tw
uig	ug
ukr	uk
urd	ur
uzb	uz
ven	ve
vie	vi
vol	vo
wel	cy
wln	wa
wol	wo
xho	xh
yid	yi
yor	yo
zha	za
zho	zh
zul	zu
";

/// The names of languages: the code, the name in English, in Bulgarian, other names between bars.
#[rustfmt::skip]
pub(super) static NAMES: &str = "\
aa	Afar		
ab	Abkhazian		
ae	Avestan		
af	Afrikaans		
ak	Akan		
am	Amharic		
an	Aragonese		
ar	Arabic	арабски	
as	Assamese		
av	Avaric		
ay	Aymara		
az	Azerbaijani		
ba	Bashkir		
be	Belarusian		by
bg	Bulgarian	български	болгарски
bi	Bislama		
bm	Bambara		
bn	Bengali		
bo	Tibetan		
br	Breton		
bs	Bosnian		
ca	Catalan		
ce	Chechen		
ch	Chamorro		
co	Corsican		
cr	Cree		
cs	Czech	чешки	cz
cu	Church Slavic		
cv	Chuvash		
cy	Welsh		
da	Danish	датски	dk
de	German	немски	
dv	Divehi		
dz	Dzongkha		
ee	Ewe		
el	Greek	гръцки	gr
en	English	английски	британски|американски
eo	Esperanto		
es	Spanish	испански	Castilian
et	Estonian	естонски	
eu	Basque		
fa	Persian		
ff	Fulah		
fi	Finnish	фински	
fj	Fijian		
fo	Faroese		
fr	French	френски	
fy	Western Frisian		
ga	Irish	ирландски	
gd	Scottish Gaelic		
gl	Galician		
gn	Guarani		
gu	Gujarati		
gv	Manx		
ha	Hausa		
he	Hebrew	иврит	
hi	Hindi		
ho	Hiri Motu		
hr	Croatian	хърватски	
ht	Haitian		
hu	Hungarian	унгарски	
hy	Armenian		
hz	Herero		
ia	Interlingua		
id	Indonesian		
ie	Interlingue		
ig	Igbo		
ii	Sichuan Yi		
ik	Inupiaq		
io	Ido		
is	Icelandic		
it	Italian	италиански	
iu	Inuktitut		
ja	Japanese		jp
jv	Javanese		
ka	Georgian		ge
kg	Kongo		
ki	Kikuyu		
kj	Kuanyama		
kk	Kazakh		kz
kl	Kalaallisut		
km	Khmer		
kn	Kannada		
ko	Korean		
kr	Kanuri		
ks	Kashmiri		
ku	Kurdish		
kv	Komi		
kw	Cornish		
ky	Kirghiz		
la	Latin		
lb	Luxembourgish		
lg	Ganda		
li	Limburgan		
ln	Lingala		
lo	Lao		
lt	Lithuanian	литовски	
lu	Luba-Katanga		
lv	Latvian	латвийски	
mg	Malagasy		
mh	Marshallese		
mi	Maori		
mk	Macedonian	македонски	
ml	Malayalam		
mn	Mongolian		
mr	Marathi		
ms	Malay		
mt	Maltese	малтийски	
my	Burmese		
na	Nauru		
nb	Norwegian Bokmål		
nd	North Ndebele		
ne	Nepali		
ng	Ndonga		
nl	Dutch	нидерландски	
nn	Norwegian Nynorsk		
no	Norwegian		
nr	South Ndebele		
nv	Navajo		
ny	Chichewa		
oc	Occitan		
oj	Ojibwa		
om	Oromo		
or	Oriya		
os	Ossetian		
pa	Panjabi		
pi	Pali		
pl	Polish	полски	
ps	Pushto		
pt	Portuguese	португалски	
qu	Quechua		
rm	Romansh		
rn	Rundi		
ro	Romanian	румънски	Moldavian|молдовски
ru	Russian	руски	
rw	Kinyarwanda		
sa	Sanskrit		
sc	Sardinian		
sd	Sindhi		
se	Northern Sami		
sg	Sango		
sh	Serbo-Croatian		
si	Sinhala		
sk	Slovak	словашки	
sl	Slovenian	словенски	
sm	Samoan		
sn	Shona		
so	Somali		
sq	Albanian	албански	al
sr	Serbian	сръбски	rs
ss	Swati		
st	Southern Sotho		
su	Sundanese		
sv	Swedish	шведски	
sw	Swahili		
ta	Tamil		
te	Telugu		
tg	Tajik		
th	Thai		
ti	Tigrinya		
tk	Turkmen		
tl	Tagalog		
tn	Tswana		
to	Tonga		
tr	Turkish	турски	
ts	Tsonga		
tt	Tatar		
tw	Twi		
ty	Tahitian		
ug	Uighur		
uk	Ukrainian	украински	ua
ur	Urdu		
uz	Uzbek		
ve	Venda		
vi	Vietnamese		
vo	Volapük		
wa	Walloon		
wo	Wolof		
xh	Xhosa		
yi	Yiddish		
yo	Yoruba		
za	Zhuang		
zh	Chinese		cn
zu	Zulu		
";
