//! Written by `scripts/tables` from `tables/bg_territories.csv` and `tables/nuts.csv`, which name origin and licence.

/// Every territory: its code in five places, then `.` for a municipality, else `0` plus the bits of the versions that have it.
#[rustfmt::skip]
pub(super) static ROWS: &str = "\
AL   h
AL0  h
AL01 h
AL011h
AL012h
AL013h
AL014h
AL015h
AL02 h
AL021h
AL022h
AL03 h
AL031h
AL032h
AL033h
AL034h
AL035h
AT   o
AT1  o
AT11 o
AT111o
AT112o
AT113o
AT12 o
AT121o
AT122o
AT123o
AT124o
AT125o
AT126o
AT127o
AT13 o
AT130o
AT2  o
AT21 o
AT211o
AT212o
AT213o
AT22 o
AT221o
AT222o
AT223o
AT224o
AT225o
AT226o
AT3  o
AT31 o
AT311o
AT312o
AT313o
AT314o
AT315o
AT32 o
AT321o
AT322o
AT323o
AT33 o
AT331o
AT332o
AT333o
AT334o
AT335o
AT34 o
AT341o
AT342o
BA   P
BA0  P
BA01 P
BA02 P
BA03 P
BE   o
BE1  o
BE10 o
BE100o
BE2  o
BE21 o
BE211o
BE212o
BE213o
BE22 o
BE221?
BE222?
BE223o
BE224`
BE225`
BE23 o
BE231o
BE232o
BE233o
BE234o
BE235o
BE236o
BE24 o
BE241o
BE242o
BE25 o
BE251o
BE252o
BE253o
BE254o
BE255o
BE256o
BE257o
BE258o
BE3  o
BE31 o
BE310o
BE32 o
BE321?
BE322?
BE323o
BE324?
BE325?
BE326?
BE327?
BE328`
BE329`
BE32A`
BE32B`
BE32C`
BE32D`
BE33 o
BE331o
BE332o
BE334o
BE335o
BE336o
BE34 o
BE341o
BE342o
BE343o
BE344o
BE345o
BE35 o
BE351o
BE352o
BE353o
BG   o
BG3  o
BG31 o
BG311o
BG312o
BG313o
BG314o
BG315o
BG32 o
BG321o
BG322o
BG323o
BG324o
BG325o
BG33 o
BG331o
BG332o
BG333o
BG334o
BG34 o
BG341o
BG342o
BG343o
BG344o
BG4  o
BG41 o
BG411o
BG412o
BG413o
BG414o
BG415o
BG42 o
BG421o
BG422o
BG423o
BG424o
BG425o
BGS01.
BGS04.
BGS06.
BGS08.
BGS09.
BGS12.
BGS13.
BGS15.
BGS17.
BGS18.
BGS21.
BGS23.
BGS27.
BLG01.
BLG02.
BLG03.
BLG11.
BLG13.
BLG28.
BLG33.
BLG37.
BLG40.
BLG42.
BLG44.
BLG49.
BLG52.
BLG53.
CH   o
CH0  o
CH01 o
CH011o
CH012o
CH013o
CH02 o
CH021o
CH022o
CH023o
CH024o
CH025o
CH03 o
CH031o
CH032o
CH033o
CH04 o
CH040o
CH05 o
CH051o
CH052o
CH053o
CH054o
CH055o
CH056o
CH057o
CH06 o
CH061o
CH062o
CH063o
CH064o
CH065o
CH066o
CH07 o
CH070o
CY   o
CY0  o
CY00 o
CY000o
CZ   o
CZ0  o
CZ01 o
CZ010o
CZ02 o
CZ020o
CZ03 o
CZ031o
CZ032o
CZ04 o
CZ041o
CZ042o
CZ05 o
CZ051o
CZ052o
CZ053o
CZ06 o
CZ063o
CZ064o
CZ07 o
CZ071o
CZ072o
CZ08 o
CZ080o
DE   o
DE1  o
DE11 o
DE111o
DE112o
DE113o
DE114o
DE115o
DE116o
DE117o
DE118o
DE119o
DE11Ao
DE11Bo
DE11Co
DE11Do
DE12 o
DE121o
DE122o
DE123o
DE124o
DE125o
DE126o
DE127o
DE128o
DE129o
DE12Ao
DE12Bo
DE12Co
DE13 o
DE131o
DE132o
DE133o
DE134o
DE135o
DE136o
DE137o
DE138o
DE139o
DE13Ao
DE14 o
DE141o
DE142o
DE143o
DE144o
DE145o
DE146o
DE147o
DE148o
DE149o
DE2  o
DE21 o
DE211o
DE212o
DE213o
DE214o
DE215o
DE216o
DE217o
DE218o
DE219o
DE21Ao
DE21Bo
DE21Co
DE21Do
DE21Eo
DE21Fo
DE21Go
DE21Ho
DE21Io
DE21Jo
DE21Ko
DE21Lo
DE21Mo
DE21No
DE22 o
DE221o
DE222o
DE223o
DE224o
DE225o
DE226o
DE227o
DE228o
DE229o
DE22Ao
DE22Bo
DE22Co
DE23 o
DE231o
DE232o
DE233o
DE234o
DE235o
DE236o
DE237o
DE238o
DE239o
DE23Ao
DE24 o
DE241o
DE242o
DE243o
DE244o
DE245o
DE246o
DE247o
DE248o
DE249o
DE24Ao
DE24Bo
DE24Co
DE24Do
DE25 o
DE251o
DE252o
DE253o
DE254o
DE255o
DE256o
DE257o
DE258o
DE259o
DE25Ao
DE25Bo
DE25Co
DE26 o
DE261o
DE262o
DE263o
DE264o
DE265o
DE266o
DE267o
DE268o
DE269o
DE26Ao
DE26Bo
DE26Co
DE27 o
DE271o
DE272o
DE273o
DE274o
DE275o
DE276o
DE277o
DE278o
DE279o
DE27Ao
DE27Bo
DE27Co
DE27Do
DE27Eo
DE3  o
DE30 o
DE300o
DE4  o
DE40 n
DE401n
DE402n
DE403n
DE404n
DE405n
DE406n
DE407n
DE408n
DE409n
DE40An
DE40Bn
DE40Cn
DE40Dn
DE40En
DE40Fn
DE40Gn
DE40Hn
DE40In
DE41 1
DE4111
DE4121
DE4131
DE4141
DE4151
DE4161
DE4171
DE4181
DE42 1
DE4211
DE4221
DE4231
DE4241
DE4251
DE4261
DE4271
DE4281
DE4291
DE42A1
DE5  o
DE50 o
DE501o
DE502o
DE6  o
DE60 o
DE600o
DE7  o
DE71 o
DE711o
DE712o
DE713o
DE714o
DE715o
DE716o
DE717o
DE718o
DE719o
DE71Ao
DE71Bo
DE71Co
DE71Do
DE71Eo
DE72 o
DE721o
DE722o
DE723o
DE724o
DE725o
DE73 o
DE731o
DE732o
DE733o
DE734o
DE735o
DE736o
DE737o
DE8  o
DE80 o
DE8013
DE8023
DE803o
DE804o
DE8053
DE8063
DE8073
DE8083
DE8093
DE80A3
DE80B3
DE80C3
DE80D3
DE80E3
DE80F3
DE80G3
DE80H3
DE80I3
DE80Jl
DE80Kl
DE80Ll
DE80Ml
DE80Nl
DE80Ol
DE9  o
DE91 o
DE911o
DE912o
DE913o
DE914o
DE9157
DE916o
DE917o
DE918o
DE9197
DE91Ao
DE91Bo
DE91Ch
DE92 o
DE922o
DE923o
DE925o
DE926o
DE927o
DE928o
DE929o
DE93 o
DE931o
DE932o
DE933o
DE934o
DE935o
DE936o
DE937o
DE938o
DE939o
DE93Ao
DE93Bo
DE94 o
DE941o
DE942o
DE943o
DE944o
DE945o
DE946o
DE947o
DE948o
DE949o
DE94Ao
DE94Bo
DE94Co
DE94Do
DE94Eo
DE94Fo
DE94Go
DE94Ho
DEA  o
DEA1 o
DEA11o
DEA12o
DEA13o
DEA14o
DEA15o
DEA16o
DEA17o
DEA18o
DEA19o
DEA1Ao
DEA1Bo
DEA1Co
DEA1Do
DEA1Eo
DEA1Fo
DEA2 o
DEA211
DEA22o
DEA23o
DEA24o
DEA251
DEA26o
DEA27o
DEA28o
DEA29o
DEA2Ao
DEA2Bo
DEA2Co
DEA2Dn
DEA3 o
DEA31o
DEA32o
DEA33o
DEA34o
DEA35o
DEA36o
DEA37o
DEA38o
DEA4 o
DEA41o
DEA42o
DEA43o
DEA44o
DEA45o
DEA46o
DEA47o
DEA5 o
DEA51o
DEA52o
DEA53o
DEA54o
DEA55o
DEA56o
DEA57o
DEA58o
DEA59o
DEA5Ao
DEA5Bo
DEA5Co
DEB  o
DEB1 o
DEB11o
DEB12o
DEB13o
DEB14o
DEB15o
DEB167
DEB17o
DEB18o
DEB197
DEB1Ao
DEB1Bo
DEB1Ch
DEB1Dh
DEB2 o
DEB21o
DEB22o
DEB23o
DEB24o
DEB25o
DEB3 o
DEB31o
DEB32o
DEB33o
DEB34o
DEB35o
DEB36o
DEB37o
DEB38o
DEB39o
DEB3Ao
DEB3Bo
DEB3Co
DEB3Do
DEB3Eo
DEB3Fo
DEB3Go
DEB3Ho
DEB3Io
DEB3Jo
DEB3Ko
DEC  o
DEC0 o
DEC01o
DEC02o
DEC03o
DEC04o
DEC05o
DEC06o
DED  o
DED1 1
DED111
DED121
DED131
DED141
DED151
DED161
DED171
DED181
DED191
DED1A1
DED1B1
DED1C1
DED2 o
DED21o
DED221
DED231
DED241
DED251
DED261
DED271
DED281
DED291
DED2A1
DED2B1
DED2Cn
DED2Dn
DED2En
DED2Fn
DED3 1
DED311
DED321
DED331
DED341
DED351
DED361
DED4 n
DED41n
DED42n
DED43n
DED44n
DED45n
DED5 n
DED51n
DED52n
DED53n
DEE  o
DEE0 o
DEE01o
DEE02o
DEE03o
DEE04o
DEE05o
DEE06o
DEE07o
DEE08o
DEE09o
DEE0Ao
DEE0Bo
DEE0Co
DEE0Do
DEE0Eo
DEF  o
DEF0 o
DEF01o
DEF02o
DEF03o
DEF04o
DEF05o
DEF06o
DEF07o
DEF08o
DEF09o
DEF0Ao
DEF0Bo
DEF0Co
DEF0Do
DEF0Eo
DEF0Fo
DEG  o
DEG0 o
DEG01o
DEG02o
DEG03o
DEG04O
DEG05o
DEG06o
DEG07o
DEG09o
DEG0Ao
DEG0BO
DEG0Co
DEG0Do
DEG0Eo
DEG0FO
DEG0Go
DEG0HO
DEG0IO
DEG0Jo
DEG0Ko
DEG0Lo
DEG0Mo
DEG0NO
DEG0PO
DEG0QP
DEG0RP
DEG0SP
DEG0TP
DEG0UP
DEG0VP
DK   o
DK0  o
DK01 o
DK011o
DK012o
DK013o
DK014o
DK02 o
DK021o
DK022o
DK03 o
DK031o
DK032o
DK04 o
DK041o
DK042o
DK05 o
DK050o
DOB03.
DOB12.
DOB15.
DOB17.
DOB20.
DOB27.
DOB28.
DOB29.
EE   o
EE0  o
EE00 o
EE001o
EE004o
EE006?
EE007?
EE008o
EE009`
EE00A`
EL   n
EL1  2
EL11 2
EL1112
EL1122
EL1132
EL1142
EL1152
EL12 2
EL1212
EL1222
EL1232
EL1242
EL1252
EL1262
EL1272
EL13 2
EL1312
EL1322
EL1332
EL1342
EL14 2
EL1412
EL1422
EL1432
EL1442
EL2  2
EL21 2
EL2112
EL2122
EL2132
EL2142
EL22 2
EL2212
EL2222
EL2232
EL2242
EL23 2
EL2312
EL2322
EL2332
EL24 2
EL2412
EL2422
EL2432
EL2442
EL2452
EL25 2
EL2512
EL2522
EL2532
EL2542
EL2552
EL3  n
EL30 n
EL3002
EL301l
EL302l
EL303l
EL304l
EL305l
EL306l
EL307l
EL4  n
EL41 n
EL411n
EL412n
EL413n
EL42 n
EL421n
EL422n
EL43 n
EL431n
EL432n
EL433n
EL434n
EL5  l
EL51 l
EL511l
EL512l
EL513l
EL514l
EL515l
EL52 l
EL521l
EL522l
EL523l
EL524l
EL525l
EL526l
EL527l
EL53 l
EL531l
EL532l
EL533l
EL54 l
EL541l
EL542l
EL543l
EL6  l
EL61 l
EL611l
EL612l
EL613l
EL62 l
EL621l
EL622l
EL623l
EL624l
EL63 l
EL631l
EL632l
EL633l
EL64 l
EL641l
EL642l
EL643l
EL644l
EL645l
EL65 l
EL651l
EL652l
EL653l
ES   o
ES1  o
ES11 o
ES111o
ES112o
ES113o
ES114o
ES12 o
ES120o
ES13 o
ES130o
ES2  o
ES21 o
ES211o
ES212o
ES213o
ES22 o
ES220o
ES23 o
ES230o
ES24 o
ES241o
ES242o
ES243o
ES3  o
ES30 o
ES300o
ES4  o
ES41 o
ES411o
ES412o
ES413o
ES414o
ES415o
ES416o
ES417o
ES418o
ES419o
ES42 o
ES421o
ES422o
ES423o
ES424o
ES425o
ES43 o
ES431o
ES432o
ES5  o
ES51 o
ES511o
ES512o
ES513o
ES514o
ES52 o
ES521o
ES522o
ES523o
ES53 o
ES531o
ES532o
ES533o
ES6  o
ES61 o
ES611o
ES612o
ES613o
ES614o
ES615o
ES616o
ES617o
ES618o
ES62 o
ES620o
ES63 o
ES630o
ES64 o
ES640o
ES7  o
ES70 o
ES703o
ES704o
ES705o
ES706o
ES707o
ES708o
ES709o
FI   o
FI1  o
FI13 1
FI1311
FI1321
FI1331
FI1341
FI18 1
FI1811
FI1821
FI1831
FI1841
FI1851
FI1861
FI1871
FI19 o
FI193O
FI194O
FI195O
FI196o
FI197O
FI198P
FI199P
FI19AP
FI19BP
FI1A 1
FI1A11
FI1A21
FI1A31
FI1B n
FI1B1n
FI1C n
FI1C1n
FI1C2n
FI1C3N
FI1C4N
FI1C5n
FI1C6P
FI1C7P
FI1D n
FI1D1N
FI1D2N
FI1D3N
FI1D46
FI1D5n
FI1D66
FI1D7n
FI1D8h
FI1D9h
FI1DAP
FI1DBP
FI1DCP
FI2  o
FI20 o
FI200o
FR   o
FR1  o
FR10 o
FR101o
FR102o
FR103o
FR104o
FR105o
FR106o
FR107o
FR108o
FR2  7
FR21 7
FR2117
FR2127
FR2137
FR2147
FR22 7
FR2217
FR2227
FR2237
FR23 7
FR2317
FR2327
FR24 7
FR2417
FR2427
FR2437
FR2447
FR2457
FR2467
FR25 7
FR2517
FR2527
FR2537
FR26 7
FR2617
FR2627
FR2637
FR2647
FR3  7
FR30 7
FR3017
FR3027
FR4  7
FR41 7
FR4117
FR4127
FR4137
FR4147
FR42 7
FR4217
FR4227
FR43 7
FR4317
FR4327
FR4337
FR4347
FR5  7
FR51 7
FR5117
FR5127
FR5137
FR5147
FR5157
FR52 7
FR5217
FR5227
FR5237
FR5247
FR53 7
FR5317
FR5327
FR5337
FR5347
FR6  7
FR61 7
FR6117
FR6127
FR6137
FR6147
FR6157
FR62 7
FR6217
FR6227
FR6237
FR6247
FR6257
FR6267
FR6277
FR6287
FR63 7
FR6317
FR6327
FR6337
FR7  7
FR71 7
FR7117
FR7127
FR7137
FR7147
FR7157
FR7167
FR7177
FR7187
FR72 7
FR7217
FR7227
FR7237
FR7247
FR8  7
FR81 7
FR8117
FR8127
FR8137
FR8147
FR8157
FR82 7
FR8217
FR8227
FR8237
FR8247
FR8257
FR8267
FR83 7
FR8317
FR8327
FR9  3
FR91 3
FR9103
FR92 3
FR9203
FR93 3
FR9303
FR94 3
FR9403
FRA  4
FRA1 4
FRA104
FRA2 4
FRA204
FRA3 4
FRA304
FRA4 4
FRA404
FRA5 4
FRA504
FRB  h
FRB0 h
FRB01h
FRB02h
FRB03h
FRB04h
FRB05h
FRB06h
FRC  h
FRC1 h
FRC11h
FRC12h
FRC13h
FRC14h
FRC2 h
FRC21h
FRC22h
FRC23h
FRC24h
FRD  h
FRD1 h
FRD11h
FRD12h
FRD13h
FRD2 h
FRD21h
FRD22h
FRE  h
FRE1 h
FRE11h
FRE12h
FRE2 h
FRE21h
FRE22h
FRE23h
FRF  h
FRF1 h
FRF11h
FRF12h
FRF2 h
FRF21h
FRF22h
FRF23h
FRF24h
FRF3 h
FRF31h
FRF32h
FRF33h
FRF34h
FRG  h
FRG0 h
FRG01h
FRG02h
FRG03h
FRG04h
FRG05h
FRH  h
FRH0 h
FRH01h
FRH02h
FRH03h
FRH04h
FRI  h
FRI1 h
FRI11h
FRI12h
FRI13h
FRI14h
FRI15h
FRI2 h
FRI21h
FRI22h
FRI23h
FRI3 h
FRI31h
FRI32h
FRI33h
FRI34h
FRJ  h
FRJ1 h
FRJ11h
FRJ12h
FRJ13h
FRJ14h
FRJ15h
FRJ2 h
FRJ21h
FRJ22h
FRJ23h
FRJ24h
FRJ25h
FRJ26h
FRJ27h
FRJ28h
FRK  h
FRK1 h
FRK11h
FRK12h
FRK13h
FRK14h
FRK2 h
FRK21h
FRK22h
FRK23h
FRK24h
FRK25h
FRK26h
FRK27h
FRK28h
FRL  h
FRL0 h
FRL01h
FRL02h
FRL03h
FRL04h
FRL05h
FRL06h
FRM  h
FRM0 h
FRM01h
FRM02h
FRY  h
FRY1 h
FRY10h
FRY2 h
FRY20h
FRY3 h
FRY30h
FRY4 h
FRY40h
FRY5 h
FRY50h
GAB05.
GAB12.
GAB29.
GAB35.
HKV09.
HKV11.
HKV17.
HKV18.
HKV19.
HKV28.
HKV29.
HKV30.
HKV32.
HKV33.
HKV34.
HR   o
HR0  o
HR01 1
HR0111
HR0121
HR0131
HR0141
HR0151
HR0161
HR02 a
HR021a
HR022a
HR023a
HR024a
HR025a
HR026a
HR027a
HR028a
HR03 o
HR031o
HR032o
HR033o
HR034o
HR035o
HR036o
HR037o
HR04 >
HR041>
HR042>
HR043>
HR044>
HR045>
HR046>
HR047>
HR048>
HR049>
HR04A>
HR04B>
HR04C>
HR04D>
HR04E>
HR05 `
HR050`
HR06 `
HR061`
HR062`
HR063`
HR064`
HR065`
HU   o
HU1  o
HU10 7
HU1017
HU1027
HU11 h
HU110h
HU12 h
HU120h
HU2  o
HU21 o
HU211o
HU212o
HU213o
HU22 o
HU221o
HU222o
HU223o
HU23 o
HU231o
HU232o
HU233o
HU3  o
HU31 o
HU311o
HU312o
HU313o
HU32 o
HU321o
HU322o
HU323o
HU33 o
HU331o
HU332o
HU333o
IE   o
IE0  o
IE01 7
IE0117
IE0127
IE0137
IE02 7
IE0217
IE0227
IE0237
IE0247
IE0257
IE04 h
IE041h
IE042h
IE05 h
IE051h
IE052h
IE053h
IE06 h
IE061h
IE062h
IE063h
IS   o
IS0  o
IS00 o
IS001o
IS002o
IT   o
ITC  o
ITC1 o
ITC11o
ITC12o
ITC13o
ITC14o
ITC15o
ITC16o
ITC17o
ITC18o
ITC2 o
ITC20o
ITC3 o
ITC31o
ITC32o
ITC33o
ITC34o
ITC4 o
ITC41o
ITC42o
ITC43o
ITC44o
ITC451
ITC46o
ITC47o
ITC48o
ITC49o
ITC4Ao
ITC4Bo
ITC4Cn
ITC4Dn
ITD  1
ITD1 1
ITD101
ITD2 1
ITD201
ITD3 1
ITD311
ITD321
ITD331
ITD341
ITD351
ITD361
ITD371
ITD4 1
ITD411
ITD421
ITD431
ITD441
ITD5 1
ITD511
ITD521
ITD531
ITD541
ITD551
ITD561
ITD571
ITD581
ITD591
ITE  1
ITE1 1
ITE111
ITE121
ITE131
ITE141
ITE151
ITE161
ITE171
ITE181
ITE191
ITE1A1
ITE2 1
ITE211
ITE221
ITE3 1
ITE311
ITE321
ITE331
ITE341
ITE4 1
ITE411
ITE421
ITE431
ITE441
ITE451
ITF  o
ITF1 o
ITF11o
ITF12o
ITF13o
ITF14o
ITF2 o
ITF21o
ITF22o
ITF3 o
ITF31o
ITF32o
ITF33o
ITF34o
ITF35o
ITF4 o
ITF411
ITF421
ITF43o
ITF44o
ITF45o
ITF46n
ITF47n
ITF48n
ITF5 o
ITF51o
ITF52o
ITF6 o
ITF61o
ITF62o
ITF63o
ITF64o
ITF65o
ITG  o
ITG1 o
ITG11o
ITG12o
ITG13o
ITG14o
ITG15o
ITG16o
ITG17o
ITG18o
ITG19o
ITG2 o
ITG25?
ITG26?
ITG27?
ITG28?
ITG29?
ITG2A?
ITG2B?
ITG2C?
ITG2D`
ITG2E`
ITG2F`
ITG2G`
ITG2H`
ITH  n
ITH1 n
ITH10n
ITH2 n
ITH20n
ITH3 n
ITH31n
ITH32n
ITH33n
ITH34n
ITH35n
ITH36n
ITH37n
ITH4 n
ITH41n
ITH42n
ITH43n
ITH44n
ITH5 n
ITH51n
ITH52n
ITH53n
ITH54n
ITH55n
ITH56n
ITH57n
ITH58n
ITH59n
ITI  n
ITI1 n
ITI11n
ITI12n
ITI13n
ITI14n
ITI15n
ITI16n
ITI17n
ITI18n
ITI19n
ITI1An
ITI2 n
ITI21n
ITI22n
ITI3 n
ITI31n
ITI32n
ITI33n
ITI34n
ITI35n
ITI4 n
ITI41n
ITI42n
ITI43n
ITI44n
ITI45n
JAM03.
JAM07.
JAM22.
JAM25.
JAM26.
KNL04.
KNL05.
KNL27.
KNL29.
KNL31.
KNL38.
KNL41.
KNL48.
KNL50.
KRZ02.
KRZ08.
KRZ14.
KRZ15.
KRZ16.
KRZ21.
KRZ35.
LI   o
LI0  o
LI00 o
LI000o
LOV02.
LOV17.
LOV18.
LOV19.
LOV33.
LOV34.
LOV36.
LOV38.
LT   o
LT0  o
LT00 7
LT0017
LT0027
LT0037
LT0047
LT0057
LT0067
LT0077
LT0087
LT0097
LT00A7
LT01 h
LT011h
LT02 h
LT021h
LT022h
LT023h
LT024h
LT025h
LT026h
LT027h
LT028h
LT029h
LU   o
LU0  o
LU00 o
LU000o
LV   o
LV0  o
LV00 o
LV003O
LV005o
LV006O
LV007O
LV008O
LV009o
LV00AP
LV00BP
LV00CP
ME   h
ME0  h
ME00 h
ME000h
MK   h
MK0  h
MK00 h
MK001h
MK002h
MK003h
MK004h
MK005h
MK006h
MK007h
MK008h
MON02.
MON04.
MON07.
MON11.
MON12.
MON14.
MON24.
MON26.
MON29.
MON36.
MON38.
MT   o
MT0  o
MT00 o
MT001o
MT002o
NL   o
NL1  o
NL11 o
NL111O
NL112o
NL113O
NL114P
NL115P
NL12 o
NL1217
NL1227
NL1237
NL124H
NL125H
NL126h
NL127P
NL128P
NL13 o
NL131o
NL132o
NL133o
NL2  o
NL21 o
NL211o
NL212o
NL213o
NL22 o
NL221o
NL224o
NL225o
NL226o
NL23 o
NL230o
NL3  o
NL31 O
NL310O
NL32 o
NL321o
NL3227
NL323o
NL324O
NL325o
NL3267
NL327o
NL328h
NL329H
NL32AP
NL32BP
NL33 O
NL3311
NL332O
NL333O
NL3341
NL3351
NL3361
NL337N
NL3386
NL3396
NL33AN
NL33BH
NL33CH
NL34 o
NL341o
NL342o
NL35 P
NL350P
NL36 P
NL361P
NL362P
NL363P
NL364P
NL365P
NL366P
NL4  o
NL41 o
NL411o
NL412O
NL413O
NL414o
NL415P
NL416P
NL42 o
NL421o
NL422o
NL423o
NO   o
NO0  o
NO01 ?
NO011?
NO012?
NO02 o
NO020`
NO021?
NO022?
NO03 ?
NO031?
NO032?
NO033?
NO034?
NO04 ?
NO041?
NO042?
NO043?
NO05 ?
NO051?
NO052?
NO053?
NO06 o
NO060`
NO061?
NO062?
NO07 o
NO071o
NO072_
NO073_
NO074@
NO08 `
NO081`
NO082@
NO083P
NO084P
NO085P
NO09 `
NO091@
NO092`
NO093P
NO094P
NO0A `
NO0A1`
NO0A2`
NO0A3`
NO0B `
NO0B1`
NO0B2`
PAZ03.
PAZ04.
PAZ06.
PAZ08.
PAZ14.
PAZ19.
PAZ20.
PAZ21.
PAZ24.
PAZ29.
PAZ32.
PAZ39.
PDV01.
PDV07.
PDV12.
PDV13.
PDV15.
PDV17.
PDV22.
PDV23.
PDV25.
PDV26.
PDV28.
PDV33.
PDV37.
PDV39.
PDV40.
PDV41.
PDV42.
PDV43.
PER08.
PER19.
PER22.
PER32.
PER36.
PER51.
PL   o
PL1  7
PL11 7
PL1137
PL1147
PL1157
PL1167
PL1177
PL12 7
PL1213
PL1223
PL1277
PL1287
PL1297
PL12A7
PL12B4
PL12C4
PL12D4
PL12E4
PL2  o
PL21 o
PL213o
PL214o
PL2153
PL2163
PL217o
PL218l
PL219l
PL21Al
PL22 o
PL224o
PL225o
PL227o
PL228o
PL229o
PL22Ao
PL22Bo
PL22Co
PL3  7
PL31 7
PL3117
PL3127
PL3147
PL3157
PL32 7
PL3237
PL3247
PL3257
PL3267
PL33 7
PL3317
PL3327
PL34 7
PL3437
PL3447
PL3457
PL4  o
PL41 o
PL411o
PL414o
PL415o
PL416o
PL417o
PL418o
PL42 o
PL4223
PL4233
PL424o
PL4253
PL426l
PL427l
PL428l
PL43 o
PL431o
PL432o
PL5  o
PL51 o
PL514o
PL515o
PL516o
PL517o
PL518o
PL52 o
PL5213
PL5223
PL523l
PL524l
PL6  o
PL61 o
PL613o
PL6143
PL6153
PL616l
PL617l
PL618l
PL619l
PL62 o
PL621o
PL622o
PL623o
PL63 o
PL6313
PL633o
PL634o
PL6353
PL636l
PL637l
PL638l
PL7  h
PL71 h
PL711h
PL712h
PL713h
PL714h
PL715h
PL72 h
PL721h
PL722h
PL8  h
PL81 h
PL811h
PL812h
PL814h
PL815h
PL82 h
PL821h
PL822h
PL823h
PL824h
PL84 h
PL841h
PL842h
PL843h
PL9  h
PL91 h
PL911h
PL912h
PL913h
PL92 h
PL921h
PL922h
PL923h
PL924h
PL925h
PL926h
PT   o
PT1  o
PT11 o
PT111o
PT112o
PT1133
PT1143
PT1153
PT1163
PT1173
PT1183
PT119l
PT11Al
PT11Bl
PT11Cl
PT11Dl
PT11El
PT15 o
PT150o
PT16 O
PT1613
PT1623
PT1633
PT1643
PT1653
PT1663
PT1673
PT1683
PT1693
PT16A3
PT16BO
PT16C3
PT16DL
PT16EL
PT16FL
PT16GL
PT16HL
PT16IL
PT16JL
PT17 O
PT170L
PT1713
PT1723
PT18 O
PT181O
PT1823
PT1833
PT184O
PT185O
PT186L
PT187L
PT19 P
PT191P
PT192P
PT193P
PT194P
PT195P
PT196P
PT1A P
PT1A0P
PT1B P
PT1B0P
PT1C P
PT1C1P
PT1C2P
PT1C3P
PT1C4P
PT1D P
PT1D1P
PT1D2P
PT1D3P
PT2  o
PT20 o
PT200o
PT3  o
PT30 o
PT300o
PVN03.
PVN08.
PVN10.
PVN11.
PVN16.
PVN21.
PVN23.
PVN24.
PVN27.
PVN37.
PVN39.
RAZ11.
RAZ14.
RAZ16.
RAZ17.
RAZ26.
RAZ29.
RAZ36.
RO   o
RO1  o
RO11 o
RO111o
RO112o
RO113o
RO114o
RO115o
RO116o
RO12 o
RO121o
RO122o
RO123o
RO124o
RO125o
RO126o
RO2  o
RO21 o
RO211o
RO212o
RO213o
RO214o
RO215o
RO216o
RO22 o
RO221o
RO222o
RO223o
RO224o
RO225o
RO226o
RO3  o
RO31 o
RO311o
RO312o
RO313o
RO314o
RO315o
RO316o
RO317o
RO32 o
RO321o
RO322o
RO4  o
RO41 o
RO411o
RO412o
RO413o
RO414o
RO415o
RO42 o
RO421o
RO422o
RO423o
RO424o
RS   h
RS1  h
RS11 h
RS110h
RS12 h
RS121h
RS122h
RS123h
RS124h
RS125h
RS126h
RS127h
RS2  h
RS21 h
RS211h
RS212h
RS213h
RS214h
RS215h
RS216h
RS217h
RS218h
RS22 h
RS221h
RS222h
RS223h
RS224h
RS225h
RS226h
RS227h
RS228h
RS229h
RSE03.
RSE04.
RSE05.
RSE08.
RSE13.
RSE27.
RSE33.
RSE37.
SE   o
SE1  o
SE11 o
SE110o
SE12 o
SE121o
SE122o
SE123o
SE124o
SE125o
SE2  o
SE21 o
SE211o
SE212o
SE213o
SE214o
SE22 o
SE221o
SE224o
SE23 o
SE231o
SE232o
SE3  o
SE31 o
SE311o
SE312o
SE313o
SE32 o
SE321o
SE322o
SE33 o
SE331o
SE332o
SFO06.
SFO07.
SFO09.
SFO10.
SFO16.
SFO17.
SFO18.
SFO20.
SFO24.
SFO25.
SFO26.
SFO34.
SFO39.
SFO43.
SFO45.
SFO47.
SFO54.
SFO55.
SFO56.
SFO57.
SFO58.
SFO59.
SHU07.
SHU10.
SHU11.
SHU18.
SHU19.
SHU21.
SHU22.
SHU23.
SHU25.
SHU30.
SI   o
SI0  o
SI01 3
SI0113
SI0123
SI0133
SI0143
SI0153
SI0163
SI0173
SI0183
SI02 3
SI0213
SI0223
SI0233
SI0243
SI03 l
SI031l
SI032l
SI033l
SI034l
SI035l
SI036l
SI037l
SI038l
SI04 l
SI041l
SI042l
SI043l
SI044l
SK   o
SK0  o
SK01 o
SK010o
SK02 o
SK021o
SK022o
SK023o
SK03 o
SK031o
SK032o
SK04 o
SK041o
SK042o
SLS01.
SLS07.
SLS10.
SLS15.
SLS31.
SLS32.
SLS34.
SLV11.
SLV16.
SLV20.
SLV24.
SML02.
SML05.
SML09.
SML10.
SML11.
SML16.
SML18.
SML27.
SML31.
SML38.
SOF46.
SZR04.
SZR07.
SZR12.
SZR22.
SZR23.
SZR24.
SZR27.
SZR31.
SZR36.
SZR37.
SZR38.
TGV02.
TGV22.
TGV23.
TGV24.
TGV35.
TR   h
TR1  h
TR10 h
TR100h
TR2  h
TR21 h
TR211h
TR212h
TR213h
TR22 h
TR221h
TR222h
TR3  h
TR31 h
TR310h
TR32 h
TR321h
TR322h
TR323h
TR33 h
TR331h
TR332h
TR333h
TR334h
TR4  h
TR41 h
TR411h
TR412h
TR413h
TR42 h
TR421h
TR422h
TR423h
TR424h
TR425h
TR5  h
TR51 h
TR510h
TR52 h
TR521h
TR522h
TR6  h
TR61 h
TR611h
TR612h
TR613h
TR62 h
TR621h
TR622h
TR63 h
TR631h
TR632h
TR633h
TR7  h
TR71 h
TR711h
TR712h
TR713h
TR714h
TR715h
TR72 h
TR721h
TR722h
TR723h
TR8  h
TR81 h
TR811h
TR812h
TR813h
TR82 h
TR821h
TR822h
TR823h
TR83 h
TR831h
TR832h
TR833h
TR834h
TR9  h
TR90 h
TR901h
TR902h
TR903h
TR904h
TR905h
TR906h
TRA  h
TRA1 h
TRA11h
TRA12h
TRA13h
TRA2 h
TRA21h
TRA22h
TRA23h
TRA24h
TRB  h
TRB1 h
TRB11h
TRB12h
TRB13h
TRB14h
TRB2 h
TRB21h
TRB22h
TRB23h
TRB24h
TRC  h
TRC1 h
TRC11h
TRC12h
TRC13h
TRC2 h
TRC21h
TRC22h
TRC3 h
TRC31h
TRC32h
TRC33h
TRC34h
UA   P
UK   O
UKC  O
UKC1 O
UKC11O
UKC12O
UKC13O
UKC14O
UKC2 O
UKC21O
UKC22O
UKC23O
UKD  O
UKD1 O
UKD11O
UKD12O
UKD2 1
UKD211
UKD221
UKD3 O
UKD313
UKD323
UKD33L
UKD34L
UKD35L
UKD36L
UKD37L
UKD4 O
UKD41O
UKD42O
UKD433
UKD44L
UKD45L
UKD46L
UKD47L
UKD5 1
UKD511
UKD521
UKD531
UKD541
UKD6 N
UKD61N
UKD62N
UKD63N
UKD7 N
UKD71N
UKD72N
UKD73N
UKD74N
UKE  O
UKE1 O
UKE11O
UKE12O
UKE13O
UKE2 O
UKE21O
UKE22O
UKE3 O
UKE31O
UKE32O
UKE4 O
UKE41O
UKE42O
UKE431
UKE44N
UKE45N
UKF  O
UKF1 O
UKF11O
UKF12O
UKF13O
UKF14O
UKF15O
UKF16O
UKF2 O
UKF21O
UKF22O
UKF231
UKF24N
UKF25N
UKF3 O
UKF30O
UKG  O
UKG1 O
UKG11O
UKG12O
UKG13O
UKG2 O
UKG21O
UKG22O
UKG23O
UKG24O
UKG3 O
UKG31O
UKG32O
UKG33O
UKG341
UKG351
UKG36N
UKG37N
UKG38N
UKG39N
UKH  O
UKH1 O
UKH11O
UKH12O
UKH133
UKH14O
UKH15L
UKH16L
UKH17L
UKH2 O
UKH21O
UKH221
UKH23O
UKH24N
UKH25N
UKH3 O
UKH31O
UKH32O
UKH333
UKH34L
UKH35L
UKH36L
UKH37L
UKI  O
UKI1 3
UKI113
UKI123
UKI2 3
UKI213
UKI223
UKI233
UKI3 L
UKI31L
UKI32L
UKI33L
UKI34L
UKI4 L
UKI41L
UKI42L
UKI43L
UKI44L
UKI45L
UKI5 L
UKI51L
UKI52L
UKI53L
UKI54L
UKI6 L
UKI61L
UKI62L
UKI63L
UKI7 L
UKI71L
UKI72L
UKI73L
UKI74L
UKI75L
UKJ  O
UKJ1 O
UKJ11O
UKJ12O
UKJ13O
UKJ14O
UKJ2 O
UKJ21O
UKJ22O
UKJ233
UKJ243
UKJ25L
UKJ26L
UKJ27L
UKJ28L
UKJ3 O
UKJ31O
UKJ32O
UKJ333
UKJ34O
UKJ35L
UKJ36L
UKJ37L
UKJ4 O
UKJ41O
UKJ423
UKJ43L
UKJ44L
UKJ45L
UKJ46L
UKK  O
UKK1 O
UKK11O
UKK12O
UKK13O
UKK14O
UKK15O
UKK2 O
UKK21?
UKK22?
UKK23O
UKK24@
UKK25@
UKK3 O
UKK30O
UKK4 O
UKK41O
UKK42O
UKK43O
UKL  O
UKL1 O
UKL11O
UKL12O
UKL13O
UKL14O
UKL15O
UKL16O
UKL17O
UKL18O
UKL2 O
UKL21O
UKL22O
UKL23O
UKL24O
UKM  O
UKM2 7
UKM217
UKM227
UKM237
UKM247
UKM257
UKM267
UKM277
UKM287
UKM3 7
UKM317
UKM327
UKM337
UKM347
UKM357
UKM367
UKM377
UKM387
UKM5 O
UKM50O
UKM6 O
UKM61O
UKM62O
UKM63O
UKM64O
UKM65O
UKM66O
UKM7 H
UKM71H
UKM72H
UKM73H
UKM75H
UKM76H
UKM77H
UKM78H
UKM8 H
UKM81H
UKM82H
UKM83H
UKM84H
UKM9 H
UKM91H
UKM92H
UKM93H
UKM94H
UKM95H
UKN  O
UKN0 O
UKN017
UKN027
UKN037
UKN047
UKN057
UKN06H
UKN07H
UKN08H
UKN09H
UKN0A@
UKN0B@
UKN0C@
UKN0D@
UKN0E@
UKN0F@
UKN0G@
UKN1 8
UKN108
UKN118
UKN128
UKN138
UKN148
UKN158
UKN168
VAR01.
VAR02.
VAR04.
VAR05.
VAR06.
VAR08.
VAR09.
VAR13.
VAR14.
VAR16.
VAR24.
VAR26.
VID01.
VID03.
VID06.
VID09.
VID15.
VID16.
VID22.
VID25.
VID30.
VID33.
VID37.
VRC05.
VRC08.
VRC10.
VRC20.
VRC21.
VRC27.
VRC28.
VRC31.
VRC32.
VRC35.
VTR04.
VTR06.
VTR13.
VTR14.
VTR20.
VTR22.
VTR26.
VTR28.
VTR31.
VTR32.
XK   P
XK0  P
XK00 P
XK001P
XK002P
XK003P
XK004P
XK005P
XK006P
XK007P
";

/// The first row whose code begins with two letters or later ones: 26 times the first, plus the second.
#[rustfmt::skip]
pub(super) static STARTS: [u16; 677] = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 17, 17, 17, 17, 17, 17, 17, 17, 65, 65, 65, 65, 65, 65, 65, 70, 70, 70, 70, 137,
    137, 187, 187, 187, 187, 187, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 201, 236, 236, 236, 236,
    236, 236, 236, 236, 236, 236, 236, 236, 236, 236, 236, 236, 236, 240, 264, 264, 264, 264, 264, 798, 798, 798, 798, 798, 798, 816, 816, 816, 816, 824, 824, 824,
    824, 824, 824, 824, 824, 824, 824, 824, 824, 824, 824, 824, 824, 834, 834, 834, 834, 834, 834, 834, 957, 957, 957, 957, 957, 957, 957, 1043, 1043, 1043, 1043, 1043,
    1043, 1043, 1043, 1043, 1043, 1043, 1043, 1043, 1043, 1043, 1043, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1098, 1377, 1377, 1377, 1377, 1377, 1377, 1377, 1377, 1377, 1381, 1381, 1381,
    1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381, 1381,
    1381, 1392, 1392, 1392, 1392, 1392, 1392, 1392, 1441, 1441, 1441, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1476, 1499, 1499, 1499, 1499, 1499, 1499, 1499, 1499, 1499, 1499, 1499,
    1499, 1499, 1499, 1504, 1703, 1703, 1703, 1703, 1703, 1703, 1703, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708,
    1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1708, 1717, 1717, 1717, 1717, 1724, 1724, 1724, 1724, 1724, 1724, 1724, 1724, 1724, 1724,
    1724, 1724, 1724, 1724, 1724, 1724, 1724, 1728, 1728, 1728, 1728, 1728, 1728, 1736, 1736, 1736, 1736, 1736, 1761, 1765, 1777, 1777, 1777, 1777, 1777, 1777, 1777, 1777, 1777, 1781, 1781, 1781,
    1781, 1781, 1781, 1792, 1792, 1792, 1792, 1803, 1803, 1803, 1803, 1803, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1808, 1893, 1893,
    1893, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942, 1942,
    1942, 1942, 1942, 1942, 1942, 1942, 1942, 1954, 1954, 1954, 1972, 1978, 1978, 1978, 1978, 1978, 1978, 1978, 2123, 2123, 2123, 2123, 2123, 2123, 2123, 2123, 2200, 2200, 2211, 2211, 2211, 2211,
    2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2211, 2218, 2218, 2218, 2218, 2218,
    2218, 2218, 2218, 2218, 2218, 2218, 2218, 2218, 2218, 2273, 2273, 2273, 2273, 2313, 2313, 2313, 2313, 2313, 2313, 2313, 2313, 2313, 2313, 2313, 2313, 2346, 2368, 2368, 2378, 2408, 2408, 2422,
    2433, 2443, 2443, 2444, 2444, 2444, 2444, 2444, 2444, 2444, 2444, 2444, 2444, 2444, 2455, 2455, 2455, 2455, 2455, 2455, 2455, 2460, 2460, 2460, 2460, 2460, 2460, 2460, 2460, 2460, 2460, 2460,
    2580, 2580, 2580, 2580, 2580, 2580, 2580, 2580, 2580, 2581, 2581, 2581, 2581, 2581, 2581, 2581, 2581, 2581, 2581, 2876, 2876, 2876, 2876, 2876, 2876, 2876, 2876, 2876, 2876, 2876, 2876, 2876,
    2876, 2876, 2876, 2888, 2888, 2888, 2888, 2888, 2888, 2888, 2888, 2899, 2899, 2899, 2899, 2899, 2899, 2899, 2899, 2899, 2909, 2909, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919,
    2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919, 2919,
    2919, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929,
    2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929, 2929,
    2929, 2929, 2929, 2929, 2929,
];

/// The name of each row: in Latin letters, and in Bulgarian where that is another.
#[rustfmt::skip]
pub(super) static NAMES: &str = "\
Shqipëria
Shqipëria
Veri
Dibër
Durrës
Kukës
Lezhë
Shkodër
Qender
Elbasan
Tiranë
Jug
Berat
Fier
Gjirokastër
Korcë
Vlorë
Österreich
Ostösterreich
Burgenland
Mittelburgenland
Nordburgenland
Südburgenland
Niederösterreich
Mostviertel-Eisenwurzen
Niederösterreich-Süd
Sankt Pölten
Waldviertel
Weinviertel
Wiener Umland/Nordteil
Wiener Umland/Südteil
Wien
Wien
Südösterreich
Kärnten
Klagenfurt-Villach
Oberkärnten
Unterkärnten
Steiermark
Graz
Liezen
Östliche Obersteiermark
Oststeiermark
West- und Südsteiermark
Westliche Obersteiermark
Westösterreich
Oberösterreich
Innviertel
Linz-Wels
Mühlviertel
Steyr-Kirchdorf
Traunviertel
Salzburg
Lungau
Pinzgau-Pongau
Salzburg und Umgebung
Tirol
Außerfern
Innsbruck
Osttirol
Tiroler Oberland
Tiroler Unterland
Vorarlberg
Bludenz-Bregenzer Wald
Rheintal-Bodenseegebiet
Bosna I Hercegovina
Bosna I Hercegovina
Federacija Bosne i Hercegovine
Republika Srpska
Brčko District BiH
Belgique/België
Région de Bruxelles-Capitale/Brussels Hoofdstedelijk Gewest
Région de Bruxelles-Capitale/ Brussels Hoofdstedelijk Gewest
Arr. de Bruxelles-Capitale/Arr. Brussel-Hoofdstad
Vlaams Gewest
Prov. Antwerpen
Arr. Antwerpen
Arr. Mechelen
Arr. Turnhout
Prov. Limburg (BE)


Arr. Tongeren
Arr. Hasselt
Arr. Maaseik
Prov. Oost-Vlaanderen
Arr. Aalst
Arr. Dendermonde
Arr. Eeklo
Arr. Gent
Arr. Oudenaarde
Arr. Sint-Niklaas
Prov. Vlaams-Brabant
Arr. Halle-Vilvoorde
Arr. Leuven
Prov. West-Vlaanderen
Arr. Brugge
Arr. Diksmuide
Arr. Ieper
Arr. Kortrijk
Arr. Oostende
Arr. Roeselare
Arr. Tielt
Arr. Veurne
Région wallonne
Prov. Brabant wallon
Arr. Nivelles
Prov. Hainaut


Arr. Mons




Arr. Tournai-Mouscron
Arr. La Louvière
Arr. Ath
Arr. Charleroi
Arr. Soignies
Arr. Thuin
Prov. Liège
Arr. Huy
Arr. Liège
Arr. Waremme
Arr. Verviers — communes francophones
Bezirk Verviers — Deutschsprachige Gemeinschaft
Prov. Luxembourg (BE)
Arr. Arlon
Arr. Bastogne
Arr. Marche-en-Famenne
Arr. Neufchâteau
Arr. Virton
Prov. Namur
Arr. Dinant
Arr. Namur
Arr. Philippeville
Bulgaria	България
Severna i Yugoiztochna Bulgaria	Северна и Югоизточна България
Severozapaden	Северозападен
Vidin	Видин
Montana	Монтана
Vratsa	Враца
Pleven	Плевен
Lovech	Ловеч
Severen tsentralen	Северен централен
Veliko Tarnovo	Велико Търново
Gabrovo	Габрово
Ruse	Русе
Razgrad	Разград
Silistra	Силистра
Severoiztochen	Североизточен
Varna	Варна
Dobrich	Добрич
Shumen	Шумен
Targovishte	Търговище
Yugoiztochen	Югоизточен
Burgas	Бургас
Sliven	Сливен
Yambol	Ямбол
Stara Zagora	Стара Загора
Yugozapadna i Yuzhna tsentralna Bulgaria	Югозападна и Южна централна България
Yugozapaden	Югозападен
Sofia (stolitsa)	София (столица)
Sofia	София
Blagoevgrad	Благоевград
Pernik	Перник
Kyustendil	Кюстендил
Yuzhen tsentralen	Южен централен
Plovdiv	Пловдив
Haskovo	Хасково
Pazardzhik	Пазарджик
Smolyan	Смолян
Kardzhali	Кърджали
Aytos	Айтос
Burgas	Бургас
Sredets	Средец
Kameno	Камено
Karnobat	Карнобат
Malko Tarnovo	Малко Търново
Tsarevo	Царево
Nesebar	Несебър
Pomorie	Поморие
Ruen	Руен
Sozopol	Созопол
Sungurlare	Сунгурларе
Primorsko	Приморско
Bansko	Банско
Belitsa	Белица
Blagoevgrad	Благоевград
Gotse Delchev	Гоце Делчев
Garmen	Гърмен
Kresna	Кресна
Petrich	Петрич
Razlog	Разлог
Sandanski	Сандански
Satovcha	Сатовча
Simitli	Симитли
Strumyani	Струмяни
Hadzhidimovo	Хаджидимово
Yakoruda	Якоруда
Schweiz/Suisse/Svizzera
Schweiz/Suisse/Svizzera
Région lémanique
Vaud
Valais / Wallis
Genève
Espace Mittelland
Bern / Berne
Fribourg / Freiburg
Solothurn
Neuchâtel
Jura
Nordwestschweiz
Basel-Stadt
Basel-Landschaft
Aargau
Zürich
Zürich
Ostschweiz
Glarus
Schaffhausen
Appenzell Ausserrhoden
Appenzell Innerrhoden
St. Gallen
Graubünden / Grigioni / Grischun
Thurgau
Zentralschweiz
Luzern
Uri
Schwyz
Obwalden
Nidwalden
Zug
Ticino
Ticino
Kýpros
Kýpros
Kýpros
Kýpros
Česko
Česko
Praha
Hlavní město Praha
Střední Čechy
Středočeský kraj
Jihozápad
Jihočeský kraj
Plzeňský kraj
Severozápad
Karlovarský kraj
Ústecký kraj
Severovýchod
Liberecký kraj
Královéhradecký kraj
Pardubický kraj
Jihovýchod
Kraj Vysočina
Jihomoravský kraj
Střední Morava
Olomoucký kraj
Zlínský kraj
Moravskoslezsko
Moravskoslezský kraj
Deutschland
Baden-Württemberg
Stuttgart
Stuttgart, Stadtkreis
Böblingen
Esslingen
Göppingen
Ludwigsburg
Rems-Murr-Kreis
Heilbronn, Stadtkreis
Heilbronn, Landkreis
Hohenlohekreis
Schwäbisch Hall
Main-Tauber-Kreis
Heidenheim
Ostalbkreis
Karlsruhe
Baden-Baden, Stadtkreis
Karlsruhe, Stadtkreis
Karlsruhe, Landkreis
Rastatt
Heidelberg, Stadtkreis
Mannheim, Stadtkreis
Neckar-Odenwald-Kreis
Rhein-Neckar-Kreis
Pforzheim, Stadtkreis
Calw
Enzkreis
Freudenstadt
Freiburg
Freiburg im Breisgau, Stadtkreis
Breisgau-Hochschwarzwald
Emmendingen
Ortenaukreis
Rottweil
Schwarzwald-Baar-Kreis
Tuttlingen
Konstanz
Lörrach
Waldshut
Tübingen
Reutlingen
Tübingen, Landkreis
Zollernalbkreis
Ulm, Stadtkreis
Alb-Donau-Kreis
Biberach
Bodenseekreis
Ravensburg
Sigmaringen
Bayern
Oberbayern
Ingolstadt, Kreisfreie Stadt
München, Kreisfreie Stadt
Rosenheim, Kreisfreie Stadt
Altötting
Berchtesgadener Land
Bad Tölz-Wolfratshausen
Dachau
Ebersberg
Eichstätt
Erding
Freising
Fürstenfeldbruck
Garmisch-Partenkirchen
Landsberg am Lech
Miesbach
Mühldorf a. Inn
München, Landkreis
Neuburg-Schrobenhausen
Pfaffenhofen a. d. Ilm
Rosenheim, Landkreis
Starnberg
Traunstein
Weilheim-Schongau
Niederbayern
Landshut, Kreisfreie Stadt
Passau, Kreisfreie Stadt
Straubing, Kreisfreie Stadt
Deggendorf
Freyung-Grafenau
Kelheim
Landshut, Landkreis
Passau, Landkreis
Regen
Rottal-Inn
Straubing-Bogen
Dingolfing-Landau
Oberpfalz
Amberg, Kreisfreie Stadt
Regensburg, Kreisfreie Stadt
Weiden i. d. Opf, Kreisfreie Stadt
Amberg-Sulzbach
Cham
Neumarkt i. d. OPf.
Neustadt a. d. Waldnaab
Regensburg, Landkreis
Schwandorf
Tirschenreuth
Oberfranken
Bamberg, Kreisfreie Stadt
Bayreuth, Kreisfreie Stadt
Coburg, Kreisfreie Stadt
Hof, Kreisfreie Stadt
Bamberg, Landkreis
Bayreuth, Landkreis
Coburg, Landkreis
Forchheim
Hof, Landkreis
Kronach
Kulmbach
Lichtenfels
Wunsiedel i. Fichtelgebirge
Mittelfranken
Ansbach, Kreisfreie Stadt
Erlangen, Kreisfreie Stadt
Fürth, Kreisfreie Stadt
Nürnberg, Kreisfreie Stadt
Schwabach, Kreisfreie Stadt
Ansbach, Landkreis
Erlangen-Höchstadt
Fürth, Landkreis
Nürnberger Land
Neustadt a. d. Aisch-Bad Windsheim
Roth
Weißenburg-Gunzenhausen
Unterfranken
Aschaffenburg, Kreisfreie Stadt
Schweinfurt, Kreisfreie Stadt
Würzburg, Kreisfreie Stadt
Aschaffenburg, Landkreis
Bad Kissingen
Rhön-Grabfeld
Haßberge
Kitzingen
Miltenberg
Main-Spessart
Schweinfurt, Landkreis
Würzburg, Landkreis
Schwaben
Augsburg, Kreisfreie Stadt
Kaufbeuren, Kreisfreie Stadt
Kempten (Allgäu), Kreisfreie Stadt
Memmingen, Kreisfreie Stadt
Aichach-Friedberg
Augsburg, Landkreis
Dillingen a.d. Donau
Günzburg
Neu-Ulm
Lindau (Bodensee)
Ostallgäu
Unterallgäu
Donau-Ries
Oberallgäu
Berlin
Berlin
Berlin
Brandenburg
Brandenburg
Brandenburg an der Havel, Kreisfreie Stadt
Cottbus, Kreisfreie Stadt
Frankfurt (Oder), Kreisfreie Stadt
Potsdam, Kreisfreie Stadt
Barnim
Dahme-Spreewald
Elbe-Elster
Havelland
Märkisch-Oderland
Oberhavel
Oberspreewald-Lausitz
Oder-Spree
Ostprignitz-Ruppin
Potsdam-Mittelmark
Prignitz
Spree-Neiße
Teltow-Fläming
Uckermark




















Bremen
Bremen
Bremen, Kreisfreie Stadt
Bremerhaven, Kreisfreie Stadt
Hamburg
Hamburg
Hamburg
Hessen
Darmstadt
Darmstadt, Kreisfreie Stadt
Frankfurt am Main, Kreisfreie Stadt
Offenbach am Main, Kreisfreie Stadt
Wiesbaden, Kreisfreie Stadt
Bergstraße
Darmstadt-Dieburg
Groß-Gerau
Hochtaunuskreis
Main-Kinzig-Kreis
Main-Taunus-Kreis
Odenwaldkreis
Offenbach, Landkreis
Rheingau-Taunus-Kreis
Wetteraukreis
Gießen
Gießen, Landkreis
Lahn-Dill-Kreis
Limburg-Weilburg
Marburg-Biedenkopf
Vogelsbergkreis
Kassel
Kassel, Kreisfreie Stadt
Fulda
Hersfeld-Rotenburg
Kassel, Landkreis
Schwalm-Eder-Kreis
Waldeck-Frankenberg
Werra-Meißner-Kreis
Mecklenburg-Vorpommern
Mecklenburg-Vorpommern


Rostock, Kreisfreie Stadt
Schwerin, Kreisfreie Stadt














Mecklenburgische Seenplatte
Landkreis Rostock
Vorpommern-Rügen
Nordwestmecklenburg
Vorpommern-Greifswald
Ludwigslust-Parchim
Niedersachsen
Braunschweig
Braunschweig, Kreisfreie Stadt
Salzgitter, Kreisfreie Stadt
Wolfsburg, Kreisfreie Stadt
Gifhorn

Goslar
Helmstedt
Northeim

Peine
Wolfenbüttel
Göttingen
Hannover
Diepholz
Hameln-Pyrmont
Hildesheim
Holzminden
Nienburg (Weser)
Schaumburg
Region Hannover
Lüneburg
Celle
Cuxhaven
Harburg
Lüchow-Dannenberg
Lüneburg, Landkreis
Osterholz
Rotenburg (Wümme)
Heidekreis
Stade
Uelzen
Verden
Weser-Ems
Delmenhorst, Kreisfreie Stadt
Emden, Kreisfreie Stadt
Oldenburg (Oldenburg), Kreisfreie Stadt
Osnabrück, Kreisfreie Stadt
Wilhelmshaven, Kreisfreie Stadt
Ammerland
Aurich
Cloppenburg
Emsland
Friesland (DE)
Grafschaft Bentheim
Leer
Oldenburg, Landkreis
Osnabrück, Landkreis
Vechta
Wesermarsch
Wittmund
Nordrhein-Westfalen
Düsseldorf
Düsseldorf, Kreisfreie Stadt
Duisburg, Kreisfreie Stadt
Essen, Kreisfreie Stadt
Krefeld, Kreisfreie Stadt
Mönchengladbach, Kreisfreie Stadt
Mülheim an der Ruhr, Kreisfreie Stadt
Oberhausen, Kreisfreie Stadt
Remscheid, Kreisfreie Stadt
Solingen, Kreisfreie Stadt
Wuppertal, Kreisfreie Stadt
Kleve
Mettmann
Rhein-Kreis Neuss
Viersen
Wesel
Köln

Bonn, Kreisfreie Stadt
Köln, Kreisfreie Stadt
Leverkusen, Kreisfreie Stadt

Düren
Rhein-Erft-Kreis
Euskirchen
Heinsberg
Oberbergischer Kreis
Rheinisch-Bergischer Kreis
Rhein-Sieg-Kreis
Städteregion Aachen
Münster
Bottrop, Kreisfreie Stadt
Gelsenkirchen, Kreisfreie Stadt
Münster, Kreisfreie Stadt
Borken
Coesfeld
Recklinghausen
Steinfurt
Warendorf
Detmold
Bielefeld, Kreisfreie Stadt
Gütersloh
Herford
Höxter
Lippe
Minden-Lübbecke
Paderborn
Arnsberg
Bochum, Kreisfreie Stadt
Dortmund, Kreisfreie Stadt
Hagen, Kreisfreie Stadt
Hamm, Kreisfreie Stadt
Herne, Kreisfreie Stadt
Ennepe-Ruhr-Kreis
Hochsauerlandkreis
Märkischer Kreis
Olpe
Siegen-Wittgenstein
Soest
Unna
Rheinland-Pfalz
Koblenz
Koblenz, Kreisfreie Stadt
Ahrweiler
Altenkirchen (Westerwald)
Bad Kreuznach
Birkenfeld

Mayen-Koblenz
Neuwied

Rhein-Lahn-Kreis
Westerwaldkreis
Cochem-Zell
Rhein-Hunsrück-Kreis
Trier
Trier, Kreisfreie Stadt
Bernkastel-Wittlich
Eifelkreis Bitburg-Prüm
Vulkaneifel
Trier-Saarburg
Rheinhessen-Pfalz
Frankenthal (Pfalz), Kreisfreie Stadt
Kaiserslautern, Kreisfreie Stadt
Landau in der Pfalz, Kreisfreie Stadt
Ludwigshafen am Rhein, Kreisfreie Stadt
Mainz, Kreisfreie Stadt
Neustadt an der Weinstraße, Kreisfreie Stadt
Pirmasens, Kreisfreie Stadt
Speyer, Kreisfreie Stadt
Worms, Kreisfreie Stadt
Zweibrücken, Kreisfreie Stadt
Alzey-Worms
Bad Dürkheim
Donnersbergkreis
Germersheim
Kaiserslautern, Landkreis
Kusel
Südliche Weinstraße
Rhein-Pfalz-Kreis
Mainz-Bingen
Südwestpfalz
Saarland
Saarland
Regionalverband Saarbrücken
Merzig-Wadern
Neunkirchen
Saarlouis
Saarpfalz-Kreis
St. Wendel
Sachsen













Dresden
Dresden, Kreisfreie Stadt










Bautzen
Görlitz
Meißen
Sächsische Schweiz-Osterzgebirge







Chemnitz
Chemnitz, Kreisfreie Stadt
Erzgebirgskreis
Mittelsachsen
Vogtlandkreis
Zwickau
Leipzig
Leipzig, Kreisfreie Stadt
Leipzig
Nordsachsen
Sachsen-Anhalt
Sachsen-Anhalt
Dessau-Roßlau, Kreisfreie Stadt
Halle (Saale), Kreisfreie Stadt
Magdeburg, Kreisfreie Stadt
Altmarkkreis Salzwedel
Anhalt-Bitterfeld
Jerichower Land
Börde
Burgenlandkreis
Harz
Mansfeld-Südharz
Saalekreis
Salzlandkreis
Stendal
Wittenberg
Schleswig-Holstein
Schleswig-Holstein
Flensburg, Kreisfreie Stadt
Kiel, Kreisfreie Stadt
Lübeck, Kreisfreie Stadt
Neumünster, Kreisfreie Stadt
Dithmarschen
Herzogtum Lauenburg
Nordfriesland
Ostholstein
Pinneberg
Plön
Rendsburg-Eckernförde
Schleswig-Flensburg
Segeberg
Steinburg
Stormarn
Thüringen
Thüringen
Erfurt, Kreisfreie Stadt
Gera, Kreisfreie Stadt
Jena, Kreisfreie Stadt

Weimar, Kreisfreie Stadt
Eichsfeld
Nordhausen
Unstrut-Hainich-Kreis
Kyffhäuserkreis

Gotha
Sömmerda
Hildburghausen

Weimarer Land


Saale-Holzland-Kreis
Saale-Orla-Kreis
Greiz
Altenburger Land


Schmalkalden-Meiningen
Wartburgkreis
Suhl, Kreisfreie Stadt
Ilm-Kreis
Saalfeld-Rudolstadt
Sonneberg
Danmark
Danmark
Hovedstaden
Byen København
Københavns omegn
Nordsjælland
Bornholm
Sjælland
Østsjælland
Vest- og Sydsjælland
Syddanmark
Fyn
Sydjylland
Midtjylland
Vestjylland
Østjylland
Nordjylland
Nordjylland
Balchik	Балчик
General Toshevo	Генерал Тошево
Dobrich-selska	Добрич-селска
Kavarna	Каварна
Krushari	Крушари
Tervel	Тервел
Dobrich	Добрич
Shabla	Шабла
Eesti
Eesti
Eesti
Põhja-Eesti
Lääne-Eesti


Lõuna-Eesti
Kesk-Eesti
Kirde-Eesti
Elláda




















































Attiki
Attiki

Voreios Tomeas Athinon
Dytikos Tomeas Athinon
Kentrikos Tomeas Athinon
Notios Tomeas Athinon
Anatoliki Attiki
Dytiki Attiki
Peiraias, Nisoi
Nisia Aigaiou, Kriti
Voreio Aigaio
Lesvos, Limnos
Ikaria, Samos
Chios
Notio Aigaio
Kalymnos, Karpathos, Kasos, Kos, Rodos
Andros, Thira, Kea - Kythnos, Milos, Mykonos, Naxos, Paros, Syros, Tinos
Kriti
Irakleio
Lasithi
Rethymni
Chania
Voreia Elláda
Anatoliki Makedonia, Thraki
Evros
Xanthi
Rodopi
Drama
Thasos, Kavala
Kentriki Makedonia
Imathia
Thessaloniki
Kilkis
Pella
Pieria
Serres
Chalkidiki
Dytiki Makedonia
Grevena, Kozani
Kastoria
Florina
Ipeiros
Arta, Preveza
Thesprotia
Ioannina
Kentriki Elláda
Thessalia
Karditsa, Trikala
Larisa
Magnisia, Sporades
Ionia Nisia
Zakynthos
Kerkyra
Ithaki, Kefallinia
Lefkada
Dytiki Elláda
Aitoloakarnania
Achaia
Ileia
Sterea Elláda
Voiotia
Evvoia
Evrytania
Fthiotida
Fokida
Peloponnisos
Argolida, Arkadia
Korinthia
Lakonia, Messinia
España
Noroeste
Galicia
A Coruña
Lugo
Ourense
Pontevedra
Principado de Asturias
Asturias
Cantabria
Cantabria
Noreste
País Vasco
Araba/Álava
Gipuzkoa
Bizkaia
Comunidad Foral de Navarra
Navarra
La Rioja
La Rioja
Aragón
Huesca
Teruel
Zaragoza
Comunidad de Madrid
Comunidad de Madrid
Madrid
Centro (ES)
Castilla y León
Ávila
Burgos
León
Palencia
Salamanca
Segovia
Soria
Valladolid
Zamora
Castilla-La Mancha
Albacete
Ciudad Real
Cuenca
Guadalajara
Toledo
Extremadura
Badajoz
Cáceres
Este
Cataluña
Barcelona
Girona
Lleida
Tarragona
Comunitat Valenciana
Alicante/Alacant
Castellón/Castelló
Valencia/València
Illes Balears
Eivissa y Formentera
Mallorca
Menorca
Sur
Andalucía
Almería
Cádiz
Córdoba
Granada
Huelva
Jaén
Málaga
Sevilla
Región de Murcia
Murcia
Ciudad de Ceuta
Ceuta
Ciudad de Melilla
Melilla
Canarias
Canarias
El Hierro
Fuerteventura
Gran Canaria
La Gomera
La Palma
Lanzarote
Tenerife
Suomi/Finland
Manner-Suomi













Länsi-Suomi



Satakunta

Keski-Suomi
Etelä-Pohjanmaa
Pohjanmaa
Pirkanmaa




Helsinki-Uusimaa
Helsinki-Uusimaa
Etelä-Suomi
Varsinais-Suomi
Kanta-Häme


Etelä-Karjala
Päijät-Häme
Kymenlaakso
Pohjois- ja Itä-Suomi




Keski-Pohjanmaa

Lappi
Kainuu
Pohjois-Pohjanmaa
Etelä-Savo
Pohjois-Savo
Pohjois-Karjala
Åland
Åland
Åland
France
Ile-de-France
Ile-de-France
Paris
Seine-et-Marne
Yvelines
Essonne
Hauts-de-Seine
Seine-Saint-Denis
Val-de-Marne
Val-d’Oise








































































































































Centre — Val de Loire
Centre — Val de Loire
Cher
Eure-et-Loir
Indre
Indre-et-Loire
Loir-et-Cher
Loiret
Bourgogne-Franche-Comté
Bourgogne
Côte-d’Or
Nièvre
Saône-et-Loire
Yonne
Franche-Comté
Doubs
Jura
Haute-Saône
Territoire de Belfort
Normandie
Basse-Normandie
Calvados
Manche
Orne
Haute-Normandie
Eure
Seine-Maritime
Hauts-de-France
Nord-Pas de Calais
Nord
Pas-de-Calais
Picardie
Aisne
Oise
Somme
Grand Est
Alsace
Bas-Rhin
Haut-Rhin
Champagne-Ardenne
Ardennes
Aube
Marne
Haute-Marne
Lorraine
Meurthe-et-Moselle
Meuse
Moselle
Vosges
Pays de la Loire
Pays de la Loire
Loire-Atlantique
Maine-et-Loire
Mayenne
Sarthe
Vendée
Bretagne
Bretagne
Côtes-d’Armor
Finistère
Ille-et-Vilaine
Morbihan
Nouvelle-Aquitaine
Aquitaine
Dordogne
Gironde
Landes
Lot-et-Garonne
Pyrénées-Atlantiques
Limousin
Corrèze
Creuse
Haute-Vienne
Poitou-Charentes
Charente
Charente-Maritime
Deux-Sèvres
Vienne
Occitanie
Languedoc-Roussillon
Aude
Gard
Hérault
Lozère
Pyrénées-Orientales
Midi-Pyrénées
Ariège
Aveyron
Haute-Garonne
Gers
Lot
Hautes-Pyrénées
Tarn
Tarn-et-Garonne
Auvergne-Rhône-Alpes
Auvergne
Allier
Cantal
Haute-Loire
Puy-de-Dôme
Rhône-Alpes
Ain
Ardèche
Drôme
Isère
Loire
Rhône
Savoie
Haute-Savoie
Provence-Alpes-Côte d’Azur
Provence-Alpes-Côte d’Azur
Alpes-de-Haute-Provence
Hautes-Alpes
Alpes-Maritimes
Bouches-du-Rhône
Var
Vaucluse
Corse
Corse
Corse-du-Sud
Haute-Corse
RUP FR — Régions Ultrapériphériques Françaises
Guadeloupe
Guadeloupe
Martinique
Martinique
Guyane
Guyane
La Réunion
La Réunion
Mayotte
Mayotte
Gabrovo	Габрово
Dryanovo	Дряново
Sevlievo	Севлиево
Tryavna	Трявна
Dimitrovgrad	Димитровград
Ivaylovgrad	Ивайловград
Lyubimets	Любимец
Madzharovo	Маджарово
Mineralni bani	Минерални бани
Svilengrad	Свиленград
Simeonovgrad	Симеоновград
Stambolovo	Стамболово
Topolovgrad	Тополовград
Harmanli	Харманли
Haskovo	Хасково
Hrvatska
Hrvatska







Panonska Hrvatska
Bjelovarsko-bilogorska županija
Virovitičko-podravska županija
Požeško-slavonska županija
Brodsko-posavska županija
Osječko-baranjska županija
Vukovarsko-srijemska županija
Karlovačka županija
Sisačko-moslavačka županija
Jadranska Hrvatska
Primorsko-goranska županija
Ličko-senjska županija
Zadarska županija
Šibensko-kninska županija
Splitsko-dalmatinska županija
Istarska županija
Dubrovačko-neretvanska županija















Grad Zagreb
Grad Zagreb
Sjeverna Hrvatska
Međimurska županija
Varaždinska županija
Koprivničko-križevačka županija
Krapinsko-zagorska županija
Zagrebačka županija
Magyarország
Közép-Magyarország



Budapest
Budapest
Pest
Pest
Dunántúl
Közép-Dunántúl
Fejér
Komárom-Esztergom
Veszprém
Nyugat-Dunántúl
Győr-Moson-Sopron
Vas
Zala
Dél-Dunántúl
Baranya
Somogy
Tolna
Alföld és Észak
Észak-Magyarország
Borsod-Abaúj-Zemplén
Heves
Nógrád
Észak-Alföld
Hajdú-Bihar
Jász-Nagykun-Szolnok
Szabolcs-Szatmár-Bereg
Dél-Alföld
Bács-Kiskun
Békés
Csongrád-Csanád
Éire/Ireland
Ireland










Northern and Western
Border
West
Southern
Mid-West
South-East
South-West
Eastern and Midland
Dublin
Mid-East
Midland
Ísland
Ísland
Ísland
Höfuðborgarsvæði
Landsbyggð
Italia
Nord-Ovest
Piemonte
Torino
Vercelli
Biella
Verbano-Cusio-Ossola
Novara
Cuneo
Asti
Alessandria
Valle d’Aosta/Vallée d’Aoste
Valle d’Aosta/Vallée d’Aoste
Liguria
Imperia
Savona
Genova
La Spezia
Lombardia
Varese
Como
Lecco
Sondrio

Bergamo
Brescia
Pavia
Lodi
Cremona
Mantova
Milano
Monza e della Brianza






















































Sud
Abruzzo
L’Aquila
Teramo
Pescara
Chieti
Molise
Isernia
Campobasso
Campania
Caserta
Benevento
Napoli
Avellino
Salerno
Puglia


Taranto
Brindisi
Lecce
Foggia
Bari
Barletta-Andria-Trani
Basilicata
Potenza
Matera
Calabria
Cosenza
Crotone
Catanzaro
Vibo Valentia
Reggio Calabria
Isole
Sicilia
Trapani
Palermo
Messina
Agrigento
Caltanissetta
Enna
Catania
Ragusa
Siracusa
Sardegna








Sassari
Nuoro
Cagliari
Oristano
Sud Sardegna
Nord-Est
Provincia Autonoma di Bolzano/Bozen
Bolzano-Bozen
Provincia Autonoma di Trento
Trento
Veneto
Verona
Vicenza
Belluno
Treviso
Venezia
Padova
Rovigo
Friuli-Venezia Giulia
Pordenone
Udine
Gorizia
Trieste
Emilia-Romagna
Piacenza
Parma
Reggio nell’Emilia
Modena
Bologna
Ferrara
Ravenna
Forlì-Cesena
Rimini
Centro (IT)
Toscana
Massa-Carrara
Lucca
Pistoia
Firenze
Prato
Livorno
Pisa
Arezzo
Siena
Grosseto
Umbria
Perugia
Terni
Marche
Pesaro e Urbino
Ancona
Macerata
Ascoli Piceno
Fermo
Lazio
Viterbo
Rieti
Roma
Latina
Frosinone
Bolyarovo	Болярово
Elhovo	Елхово
Straldzha	Стралджа
Tundzha	Тунджа
Yambol	Ямбол
Bobovdol	Бобов дол
Boboshevo	Бобошево
Kocherinovo	Кочериново
Kyustendil	Кюстендил
Nevestino	Невестино
Rila	Рила
Sapareva banya	Сапарева баня
Dupnitsa	Дупница
Treklyano	Трекляно
Ardino	Ардино
Dzhebel	Джебел
Kirkovo	Кирково
Krumovgrad	Крумовград
Kardzhali	Кърджали
Momchilgrad	Момчилград
Chernoochene	Черноочене
Liechtenstein
Liechtenstein
Liechtenstein
Liechtenstein
Apriltsi	Априлци
Letnitsa	Летница
Lovech	Ловеч
Lukovit	Луковит
Teteven	Тетевен
Troyan	Троян
Ugarchin	Угърчин
Yablanitsa	Ябланица
Lietuva
Lietuva











Sostinės regionas
Vilniaus apskritis
Vidurio ir vakarų Lietuvos regionas
Alytaus apskritis
Kauno apskritis
Klaipėdos apskritis
Marijampolės apskritis
Panevėžio apskritis
Šiaulių apskritis
Tauragės apskritis
Telšių apskritis
Utenos apskritis
Luxembourg
Luxembourg
Luxembourg
Luxembourg
Latvija
Latvija
Latvija

Latgale



Zemgale
Rīga
Kurzeme
Vidzeme
Crna Gora
Crna Gora
Crna Gora
Crna Gora
Severna Makedonija
Severna Makedonija
Severna Makedonija
Vardarski
Istočen
Jugozapaden
Jugoistočen
Pelagoniski
Pološki
Severoistočen
Skopski
Berkovitsa	Берковица
Boychinovtsi	Бойчиновци
Brusartsi	Брусарци
Valchedram	Вълчедръм
Varshets	Вършец
Georgi Damyanovo	Георги Дамяново
Lom	Лом
Medkovets	Медковец
Montana	Монтана
Chiprovtsi	Чипровци
Yakimovo	Якимово
Malta
Malta
Malta
Malta
Gozo and Comino/Għawdex u Kemmuna
Nederland
Noord-Nederland
Groningen

Delfzijl en omgeving

Oost-Groningen
Overig Groningen
Friesland (NL)





Zuidoost-Friesland
Noord-Friesland
Zuidwest-Friesland
Drenthe
Noord-Drenthe
Zuidoost-Drenthe
Zuidwest-Drenthe
Oost-Nederland
Overijssel
Noord-Overijssel
Zuidwest-Overijssel
Twente
Gelderland
Veluwe
Zuidwest-Gelderland
Achterhoek
Arnhem/Nijmegen
Flevoland
Flevoland
West-Nederland


Noord-Holland
Kop van Noord-Holland

IJmond

Zaanstreek

Het Gooi en Vechtstreek
Alkmaar en omgeving

Agglomeratie Haarlem
Groot-Amsterdam













Zeeland
Zeeuwsch-Vlaanderen
Overig Zeeland
Utrecht
Utrecht
Zuid-Holland
Agglomeratie ’s-Gravenhage
Delft en Westland
Agglomeratie Leiden en Bollenstreek
Zuidoost-Zuid-Holland
Oost-Zuid-Holland
Groot-Rijnmond
Zuid-Nederland
Noord-Brabant
West-Noord-Brabant


Zuidoost-Noord-Brabant
Midden-Noord-Brabant
Noordoost-Noord-Brabant
Limburg (NL)
Noord-Limburg
Midden-Limburg
Zuid-Limburg
Norge
Norge



Innlandet
Innlandet















Trøndelag/Trööndelage
Trøndelag/Trööndelage


Nord-Norge
Nordland/Nordlánnda
Troms/Romsa/Tromssa
Finnmark/Finnmárku/Finmarkku

Oslo og Viken
Oslo

Østfold
Akershus
Buskerud
Agder og Sør-Østlandet

Agder
Vestfold
Telemark
Vestlandet
Rogaland
Vestland
Møre og Romsdal
Svalbard og Jan Mayen
Jan Mayen
Svalbard
Batak	Батак
Belovo	Белово
Bratsigovo	Брацигово
Velingrad	Велинград
Lesichovo	Лесичово
Pazardzhik	Пазарджик
Panagyurishte	Панагюрище
Peshtera	Пещера
Rakitovo	Ракитово
Septemvri	Септември
Strelcha	Стрелча
Sarnitsa	Сърница
Asenovgrad	Асеновград
Brezovo	Брезово
Kaloyanovo	Калояново
Karlovo	Карлово
Laki	Лъки
Maritsa	Марица
Plovdiv	Пловдив
Parvomay	Първомай
Rakovski	Раковски
Rodopi	Родопи
Sadovo	Садово
Saedinenie	Съединение
Hisarya	Хисаря
Krichim	Кричим
Perushtitsa	Перущица
Stamboliyski	Стамболийски
Kuklen	Куклен
Sopot	Сопот
Breznik	Брезник
Zemen	Земен
Kovachevtsi	Ковачевци
Pernik	Перник
Radomir	Радомир
Tran	Трън
Polska


















Makroregion południowy
Małopolskie
Miasto Kraków
Krakowski


Tarnowski
Nowosądecki
Nowotarski
Oświęcimski
Śląskie
Częstochowski
Bielski
Rybnicki
Bytomski
Gliwicki
Katowicki
Sosnowiecki
Tyski


















Makroregion północno-zachodni
Wielkopolskie
Pilski
Koniński
Miasto Poznań
Kaliski
Leszczyński
Poznański
Zachodniopomorskie


Miasto Szczecin

Koszaliński
Szczecinecko-pyrzycki
Szczeciński
Lubuskie
Gorzowski
Zielonogórski
Makroregion południowo-zachodni
Dolnośląskie
Miasto Wrocław
Jeleniogórski
Legnicko-głogowski
Wałbrzyski
Wrocławski
Opolskie


Nyski
Opolski
Makroregion północny
Kujawsko-pomorskie
Bydgosko-toruński


Grudziądzki
Inowrocławski
Świecki
Włocławski
Warmińsko-mazurskie
Elbląski
Olsztyński
Ełcki
Pomorskie

Trójmiejski
Gdański

Słupski
Chojnicki
Starogardzki
Makroregion centralny
Łódzkie
Miasto Łódź
Łódzki
Piotrkowski
Sieradzki
Skierniewicki
Świętokrzyskie
Kielecki
Sandomiersko-jędrzejowski
Makroregion wschodni
Lubelskie
Bialski
Chełmsko-zamojski
Lubelski
Puławski
Podkarpackie
Krośnieński
Przemyski
Rzeszowski
Tarnobrzeski
Podlaskie
Białostocki
Łomżyński
Suwalski
Makroregion województwo mazowieckie
Warszawski stołeczny
Miasto Warszawa
Warszawski wschodni
Warszawski zachodni
Mazowiecki regionalny
Radomski
Ciechanowski
Płocki
Ostrołęcki
Siedlecki
Żyrardowski
Portugal
Continente
Norte
Alto Minho
Cávado






Ave
Área Metropolitana do Porto
Alto Tâmega e Barroso
Tâmega e Sousa
Douro
Terras de Trás-os-Montes
Algarve
Algarve
































Centro (PT)
Região de Aveiro
Região de Coimbra
Região de Leiria
Viseu Dão Lafões
Beira Baixa
Beiras e Serra da Estrela
Grande Lisboa
Grande Lisboa
Península de Setúbal
Península de Setúbal
Alentejo
Alentejo Litoral
Baixo Alentejo
Alto Alentejo
Alentejo Central
Oeste e Vale do Tejo
Oeste
Médio Tejo
Lezíria do Tejo
Região Autónoma dos Açores
Região Autónoma dos Açores
Região Autónoma dos Açores
Região Autónoma da Madeira
Região Autónoma da Madeira
Região Autónoma da Madeira
Belene	Белене
Gulyantsi	Гулянци
Dolna Mitropolia	Долна Митрополия
Dolni Dabnik	Долни Дъбник
Levski	Левски
Nikopol	Никопол
Iskar	Искър
Pleven	Плевен
Pordim	Пордим
Cherven bryag	Червен бряг
Knezha	Кнежа
Zavet	Завет
Isperih	Исперих
Kubrat	Кубрат
Loznitsa	Лозница
Razgrad	Разград
Samuil	Самуил
Tsar Kaloyan	Цар Калоян
România
Macroregiunea Unu
Nord-Vest
Bihor
Bistriţa-Năsăud
Cluj
Maramureş
Satu Mare
Sălaj
Centru
Alba
Braşov
Covasna
Harghita
Mureş
Sibiu
Macroregiunea Doi
Nord-Est
Bacău
Botoşani
Iaşi
Neamţ
Suceava
Vaslui
Sud-Est
Brăila
Buzău
Constanţa
Galaţi
Tulcea
Vrancea
Macroregiunea Trei
Sud-Muntenia
Argeş
Călăraşi
Dâmboviţa
Giurgiu
Ialomiţa
Prahova
Teleorman
Bucureşti-Ilfov
Bucureşti
Ilfov
Macroregiunea Patru
Sud-Vest Oltenia
Dolj
Gorj
Mehedinţi
Olt
Vâlcea
Vest
Arad
Caraş-Severin
Hunedoara
Timiş
Serbia
Serbia - sever
City of Belgrade
City of Belgrade
Autonomous Province of Vojvodina
Zapadnobačka oblast
Južnobanatska oblast
Južnobačka oblast
Severnobanatska oblast
Severnobačka oblast
Srednjobanatska oblast
Sremska oblast
Serbia - jug
Region Šumadije i Zapadne Srbije
Zlatiborska oblast
Kolubarska oblast
Mačvanska oblast
Moravička oblast
Pomoravska oblast
Rasinska oblast
Raška oblast
Šumadijska oblast
Region Južne i Istočne Srbije
Borska oblast
Braničevska oblast
Zaječarska oblast
Jablanička oblast
Nišavska oblast
Pirotska oblast
Podunavska oblast
Pčinjska oblast
Toplička oblast
Borovo	Борово
Byala	Бяла
Vetovo	Ветово
Dve mogili	Две могили
Ivanovo	Иваново
Ruse	Русе
Slivo pole	Сливо поле
Tsenovo	Ценово
Sverige
Östra Sverige
Stockholm
Stockholms län
Östra Mellansverige
Uppsala län
Södermanlands län
Östergötlands län
Örebro län
Västmanlands län
Södra Sverige
Småland med öarna
Jönköpings län
Kronobergs län
Kalmar län
Gotlands län
Sydsverige
Blekinge län
Skåne län
Västsverige
Hallands län
Västra Götalands län
Norra Sverige
Norra Mellansverige
Värmlands län
Dalarnas län
Gävleborgs län
Mellersta Norrland
Västernorrlands län
Jämtlands län
Övre Norrland
Västerbottens län
Norrbottens län
Bozhurishte	Божурище
Botevgrad	Ботевград
Godech	Годеч
Gorna Malina	Горна Малина
Dragoman	Драгоман
Elin Pelin	Елин Пелин
Etropole	Етрополе
Ihtiman	Ихтиман
Koprivshtitsa	Копривщица
Kostenets	Костенец
Kostinbrod	Костинброд
Pravets	Правец
Samokov	Самоков
Svoge	Своге
Slivnitsa	Сливница
Zlatitsa	Златица
Anton	Антон
Pirdop	Пирдоп
Mirkovo	Мирково
Chavdar	Чавдар
Chelopech	Челопеч
Dolna banya	Долна баня
Venets	Венец
Varbitsa	Върбица
Hitrino	Хитрино
Kaolinovo	Каолиново
Kaspichan	Каспичан
Nikola Kozlevo	Никола Козлево
Novi pazar	Нови пазар
Veliki Preslav	Велики Преслав
Smyadovo	Смядово
Shumen	Шумен
Slovenija
Slovenija














Vzhodna Slovenija
Pomurska
Podravska
Koroška
Savinjska
Zasavska
Posavska
Jugovzhodna Slovenija
Primorsko-notranjska
Zahodna Slovenija
Osrednjeslovenska
Gorenjska
Goriška
Obalno-kraška
Slovensko
Slovensko
Bratislavský kraj
Bratislavský kraj
Západné Slovensko
Trnavský kraj
Trenčiansky kraj
Nitriansky kraj
Stredné Slovensko
Žilinský kraj
Banskobystrický kraj
Východné Slovensko
Prešovský kraj
Košický kraj
Alfatar	Алфатар
Glavinitsa	Главиница
Dulovo	Дулово
Kaynardzha	Кайнарджа
Silistra	Силистра
Sitovo	Ситово
Tutrakan	Тутракан
Kotel	Котел
Nova Zagora	Нова Загора
Sliven	Сливен
Tvarditsa	Твърдица
Banite	Баните
Borino	Борино
Devin	Девин
Dospat	Доспат
Zlatograd	Златоград
Madan	Мадан
Nedelino	Неделино
Rudozem	Рудозем
Smolyan	Смолян
Chepelare	Чепеларе
Stolichna	Столична
Bratya Daskalovi	Братя Даскалови
Galabovo	Гълъбово
Kazanlak	Казанлък
Maglizh	Мъглиж
Opan	Опан
Pavel banya	Павел баня
Radnevo	Раднево
Stara Zagora	Стара Загора
Chirpan	Чирпан
Gurkovo	Гурково
Nikolaevo	Николаево
Antonovo	Антоново
Omurtag	Омуртаг
Opaka	Опака
Popovo	Попово
Targovishte	Търговище
Türkiye
İstanbul
İstanbul
İstanbul
Batı Marmara
Tekirdağ, Edirne, Kırklareli
Tekirdağ
Edirne
Kırklareli
Balıkesir, Çanakkale
Balıkesir
Çanakkale
Ege
İzmir
İzmir
Aydın, Denizli, Muğla
Aydın
Denizli
Muğla
Manisa, Afyonkarahisar, Kütahya, Uşak
Manisa
Afyonkarahisar
Kütahya
Uşak
Doğu Marmara
Bursa, Eskişehir, Bilecik
Bursa
Eskişehir
Bilecik
Kocaeli, Sakarya, Düzce, Bolu, Yalova
Kocaeli
Sakarya
Düzce
Bolu
Yalova
Batı Anadolu
Ankara
Ankara
Konya, Karaman
Konya
Karaman
Akdeniz
Antalya, Isparta, Burdur
Antalya
Isparta
Burdur
Adana, Mersin
Adana
Mersin
Hatay, Kahramanmaraş, Osmaniye
Hatay
Kahramanmaraş
Osmaniye
Orta Anadolu
Kırıkkale, Aksaray, Niğde, Nevşehir, Kırşehir
Kırıkkale
Aksaray
Niğde
Nevşehir
Kırşehir
Kayseri, Sivas, Yozgat
Kayseri
Sivas
Yozgat
Batı Karadeniz
Zonguldak, Karabük, Bartın
Zonguldak
Karabük
Bartın
Kastamonu, Çankırı, Sinop
Kastamonu
Çankırı
Sinop
Samsun, Tokat, Çorum, Amasya
Samsun
Tokat
Çorum
Amasya
Doğu Karadeniz
Trabzon, Ordu, Giresun, Rize, Artvin, Gümüşhane
Trabzon
Ordu
Giresun
Rize
Artvin
Gümüşhane
Kuzeydoğu Anadolu
Erzurum, Erzincan, Bayburt
Erzurum
Erzincan
Bayburt
Ağrı, Kars, Iğdır, Ardahan
Ağrı
Kars
Iğdır
Ardahan
Ortadoğu Anadolu
Malatya, Elazığ, Bingöl, Tunceli
Malatya
Elazığ
Bingöl
Tunceli
Van, Muş, Bitlis, Hakkari
Van
Muş
Bitlis
Hakkari
Güneydoğu Anadolu
Gaziantep, Adıyaman, Kilis
Gaziantep
Adıyaman
Kilis
Şanlıurfa, Diyarbakır
Şanlıurfa
Diyarbakır
Mardin, Batman, Şırnak, Siirt
Mardin
Batman
Şırnak
Siirt
Ukraina
United Kingdom
North East (England)
Tees Valley and Durham
Hartlepool and Stockton-on-Tees
South Teesside
Darlington
Durham CC
Northumberland and Tyne and Wear
Northumberland
Tyneside
Sunderland
North West (England)
Cumbria
West Cumbria
East Cumbria



Greater Manchester


Manchester
Greater Manchester South West
Greater Manchester South East
Greater Manchester North West
Greater Manchester North East
Lancashire
Blackburn with Darwen
Blackpool

Lancaster and Wyre
Mid Lancashire
East Lancashire
Chorley and West Lancashire





Cheshire
Warrington
Cheshire East
Cheshire West and Chester
Merseyside
East Merseyside
Liverpool
Sefton
Wirral
Yorkshire and the Humber
East Yorkshire and Northern Lincolnshire
Kingston upon Hull, City of
East Riding of Yorkshire
North and North East Lincolnshire
North Yorkshire
York
North Yorkshire CC
South Yorkshire
Barnsley, Doncaster and Rotherham
Sheffield
West Yorkshire
Bradford
Leeds

Calderdale and Kirklees
Wakefield
East Midlands (England)
Derbyshire and Nottinghamshire
Derby
East Derbyshire
South and West Derbyshire
Nottingham
North Nottinghamshire
South Nottinghamshire
Leicestershire, Rutland and Northamptonshire
Leicester
Leicestershire CC and Rutland

West Northamptonshire
North Northamptonshire
Lincolnshire
Lincolnshire
West Midlands (England)
Herefordshire, Worcestershire and Warwickshire
Herefordshire, County of
Worcestershire
Warwickshire
Shropshire and Staffordshire
Telford and Wrekin
Shropshire CC
Stoke-on-Trent
Staffordshire CC
West Midlands
Birmingham
Solihull
Coventry


Dudley
Sandwell
Walsall
Wolverhampton
East of England
East Anglia
Peterborough
Cambridgeshire CC

Suffolk
Norwich and East Norfolk
North and West Norfolk
Breckland and South Norfolk
Bedfordshire and Hertfordshire
Luton

Hertfordshire
Bedford
Central Bedfordshire
Essex
Southend-on-Sea
Thurrock

Essex Haven Gateway
West Essex
Heart of Essex
Essex Thames Gateway
London







Inner London — West
Camden and City of London
Westminster
Kensington & Chelsea and Hammersmith & Fulham
Wandsworth
Inner London — East
Hackney and Newham
Tower Hamlets
Haringey and Islington
Lewisham and Southwark
Lambeth
Outer London — East and North East
Bexley and Greenwich
Barking & Dagenham and Havering
Redbridge and Waltham Forest
Enfield
Outer London — South
Bromley
Croydon
Merton, Kingston upon Thames and Sutton
Outer London — West and North West
Barnet
Brent
Ealing
Harrow and Hillingdon
Hounslow and Richmond upon Thames
South East (England)
Berkshire, Buckinghamshire and Oxfordshire
Berkshire
Milton Keynes
Buckinghamshire CC
Oxfordshire
Surrey, East and West Sussex
Brighton and Hove
East Sussex CC


West Surrey
East Surrey
West Sussex (South West)
West Sussex (North East)
Hampshire and Isle of Wight
Portsmouth
Southampton

Isle of Wight
South Hampshire
Central Hampshire
North Hampshire
Kent
Medway

Kent Thames Gateway
East Kent
Mid Kent
West Kent
South West (England)
Gloucestershire, Wiltshire and Bristol/Bath area
Bristol, City of
Bath and North East Somerset, North Somerset and South Gloucestershire
Gloucestershire
Swindon
Wiltshire CC
Dorset and Somerset


Somerset
Bournemouth, Christchurch and Poole
Dorset
Cornwall and Isles of Scilly
Cornwall and Isles of Scilly
Devon
Plymouth
Torbay
Devon CC
Wales
West Wales and The Valleys
Isle of Anglesey
Gwynedd
Conwy and Denbighshire
South West Wales
Central Valleys
Gwent Valleys
Bridgend and Neath Port Talbot
Swansea
East Wales
Monmouthshire and Newport
Cardiff and Vale of Glamorgan
Flintshire and Wrexham
Powys
Scotland


















North Eastern Scotland
Aberdeen City and Aberdeenshire
Highlands and Islands
Caithness & Sutherland and Ross & Cromarty
Inverness & Nairn and Moray, Badenoch & Strathspey
Lochaber, Skye & Lochalsh, Arran & Cumbrae and Argyll & Bute
Na h-Eileanan Siar (Western Isles)
Orkney Islands
Shetland Islands
Eastern Scotland
Angus and Dundee City
Clackmannanshire and Fife
East Lothian and Midlothian
Edinburgh, City of
Falkirk
Perth & Kinross and Stirling
West Lothian
West Central Scotland
East Dunbartonshire, West Dunbartonshire and Helensburgh & Lomond
Glasgow City
Inverclyde, East Renfrewshire and Renfrewshire
North Lanarkshire
Southern Scotland
Scottish Borders
Dumfries & Galloway
East Ayrshire and North Ayrshire mainland
South Ayrshire
South Lanarkshire
Northern Ireland
Northern Ireland





Belfast
Armagh City, Banbridge and Craigavon
Newry, Mourne and Down
Ards and North Down
Derry City and Strabane
Mid Ulster
Causeway Coast and Glens
Antrim and Newtownabbey
Lisburn and Castlereagh
Mid and East Antrim
Fermanagh and Omagh








Avren	Аврен
Aksakovo	Аксаково
Beloslav	Белослав
Byala	Бяла
Varna	Варна
Vetrino	Ветрино
Valchi dol	Вълчи дол
Dolni chiflik	Долни чифлик
Devnya	Девня
Dalgopol	Дългопол
Provadia	Провадия
Suvorovo	Суворово
Belogradchik	Белоградчик
Boynitsa	Бойница
Bregovo	Брегово
Vidin	Видин
Gramada	Грамада
Dimovo	Димово
Kula	Кула
Makresh	Макреш
Novo selo	Ново село
Ruzhintsi	Ружинци
Chuprene	Чупрене
Borovan	Борован
Byala Slatina	Бяла Слатина
Vratsa	Враца
Kozloduy	Козлодуй
Krivodol	Криводол
Mezdra	Мездра
Mizia	Мизия
Oryahovo	Оряхово
Roman	Роман
Hayredin	Хайредин
Veliko Tarnovo	Велико Търново
Gorna Oryahovitsa	Горна Оряховица
Elena	Елена
Zlataritsa	Златарица
Lyaskovets	Лясковец
Pavlikeni	Павликени
Polski Trambesh	Полски Тръмбеш
Svishtov	Свищов
Strazhitsa	Стражица
Suhindol	Сухиндол
Kosovo*
Kosovo
Kosovo
Prishtinë
Mitrovicë
Pejë
Prizren
Ferizaj
Gjilan
Gjakovë
";

/// The length of each line of `NAMES`, in bytes.
#[rustfmt::skip]
pub(super) static LENGTHS: [u8; 2929] = [
    10, 10, 4, 6, 7, 6, 6, 8, 6, 7, 7, 3, 5, 4, 12, 6, 6, 11, 14, 10, 16, 14, 14, 17, 23, 22, 13, 11, 11, 22, 22, 4,
    4, 15, 8, 18, 12, 13, 10, 4, 6, 24, 13, 24, 24, 15, 15, 10, 9, 12, 15, 12, 8, 6, 14, 21, 5, 10, 9, 8, 16, 17, 10, 22,
    23, 19, 19, 30, 16, 19, 16, 60, 61, 49, 13, 15, 14, 13, 13, 18, 0, 0, 13, 12, 12, 21, 10, 16, 10, 9, 15, 17, 20, 20, 11, 21,
    11, 14, 10, 13, 13, 14, 10, 11, 16, 20, 13, 13, 0, 0, 9, 0, 0, 0, 0, 21, 17, 8, 14, 13, 10, 12, 8, 11, 12, 39, 49, 21,
    10, 13, 22, 17, 11, 11, 11, 10, 18, 25, 87, 40, 16, 22, 17, 19, 17, 52, 42, 22, 13, 22, 25, 41, 16, 20, 17, 30, 33, 19, 19, 17,
    36, 109, 32, 44, 16, 34, 19, 29, 45, 22, 22, 29, 20, 26, 16, 19, 20, 19, 25, 39, 20, 22, 22, 13, 22, 31, 28, 19, 20, 34, 35, 19,
    19, 20, 19, 28, 23, 22, 26, 35, 23, 23, 23, 18, 4, 15, 7, 17, 12, 19, 9, 10, 4, 15, 11, 16, 6, 7, 7, 10, 6, 12, 22, 21,
    10, 33, 7, 14, 6, 3, 6, 8, 9, 3, 6, 6, 7, 7, 7, 7, 6, 6, 5, 20, 16, 19, 10, 16, 15, 12, 17, 14, 13, 15, 23, 16,
    11, 14, 18, 16, 15, 14, 15, 21, 11, 18, 9, 21, 10, 9, 10, 11, 15, 21, 20, 14, 16, 17, 10, 11, 9, 23, 21, 20, 7, 22, 20, 21,
    18, 21, 4, 8, 12, 8, 32, 24, 11, 12, 8, 22, 10, 8, 8, 8, 9, 10, 20, 15, 15, 15, 8, 13, 10, 11, 6, 10, 28, 26, 27, 10,
    20, 24, 6, 9, 10, 6, 8, 17, 22, 17, 8, 16, 19, 22, 22, 20, 9, 10, 17, 12, 26, 24, 27, 10, 16, 7, 19, 17, 5, 10, 15, 17,
    9, 24, 28, 34, 15, 4, 19, 23, 21, 10, 13, 11, 25, 26, 24, 21, 18, 19, 17, 9, 14, 7, 8, 11, 27, 13, 25, 26, 24, 27, 27, 18,
    19, 17, 16, 34, 4, 24, 12, 31, 29, 27, 24, 13, 14, 9, 9, 10, 13, 22, 20, 8, 26, 28, 35, 27, 17, 19, 20, 9, 7, 17, 10, 12,
    10, 11, 6, 6, 6, 11, 11, 42, 25, 34, 25, 6, 15, 11, 9, 18, 9, 21, 10, 18, 18, 8, 12, 15, 9, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6, 24, 29, 7, 7, 7, 6, 9, 27, 35, 35, 27, 11, 17, 11, 15, 17, 17,
    13, 20, 21, 13, 7, 18, 15, 16, 18, 15, 6, 24, 5, 18, 17, 18, 19, 20, 22, 22, 0, 0, 25, 26, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 27, 17, 17, 19, 21, 19, 13, 12, 30, 28, 27, 7, 0, 6, 9, 8, 0, 5, 13, 10, 8, 8, 14, 10, 10, 16,
    10, 15, 9, 5, 8, 7, 18, 20, 9, 18, 10, 5, 6, 6, 9, 29, 23, 39, 28, 31, 9, 6, 11, 7, 14, 19, 4, 20, 21, 6, 11, 8,
    19, 11, 29, 26, 23, 25, 34, 38, 28, 27, 26, 27, 5, 8, 17, 7, 5, 5, 0, 22, 23, 28, 0, 6, 16, 10, 9, 20, 26, 16, 20, 8,
    25, 31, 26, 6, 8, 14, 9, 9, 7, 27, 10, 7, 7, 5, 16, 9, 8, 24, 26, 23, 22, 23, 17, 18, 17, 4, 19, 5, 4, 15, 7, 25,
    9, 25, 13, 10, 0, 13, 7, 0, 16, 15, 11, 21, 5, 23, 19, 24, 11, 14, 17, 37, 32, 37, 39, 23, 45, 27, 24, 23, 30, 11, 13, 16,
    11, 25, 5, 21, 17, 12, 13, 8, 8, 28, 13, 11, 9, 15, 10, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 25, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 8, 7, 33, 0, 0, 0, 0, 0, 0, 0, 8, 26, 15, 13, 13, 7, 7, 25, 7, 11, 14, 14,
    32, 31, 27, 22, 17, 15, 6, 15, 4, 17, 10, 13, 7, 10, 18, 18, 27, 22, 25, 29, 12, 19, 13, 11, 9, 5, 22, 19, 8, 9, 8, 10,
    10, 24, 22, 22, 0, 24, 9, 10, 21, 16, 0, 5, 9, 14, 0, 13, 0, 0, 20, 16, 5, 16, 0, 0, 22, 13, 22, 9, 19, 9, 7, 7,
    11, 15, 17, 13, 8, 9, 13, 21, 10, 3, 10, 11, 11, 11, 11, 11, 20, 43, 40, 22, 23, 19, 20, 17, 5, 5, 5, 12, 13, 0, 0, 12,
    10, 11, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 6, 0, 22, 22, 24, 21, 16, 13,
    15, 20, 13, 14, 13, 5, 12, 38, 72, 5, 8, 7, 8, 6, 14, 27, 5, 6, 6, 5, 14, 18, 7, 12, 6, 5, 6, 6, 10, 16, 15, 8,
    7, 7, 13, 10, 8, 16, 9, 17, 6, 18, 11, 9, 7, 18, 7, 14, 15, 6, 5, 14, 7, 6, 9, 9, 6, 12, 17, 9, 17, 7, 8, 7,
    9, 4, 7, 10, 22, 8, 9, 9, 7, 11, 12, 8, 7, 26, 7, 8, 8, 7, 6, 6, 8, 19, 19, 6, 11, 16, 6, 6, 5, 8, 9, 7,
    5, 10, 6, 18, 8, 11, 6, 11, 6, 11, 7, 8, 4, 9, 9, 6, 6, 9, 20, 16, 20, 18, 13, 20, 8, 7, 3, 10, 8, 6, 8, 7,
    6, 5, 7, 7, 17, 6, 15, 5, 17, 7, 8, 8, 9, 13, 12, 9, 8, 9, 8, 13, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 12, 0, 0, 0, 9, 0, 11, 16, 9, 9, 0, 0, 0, 0, 16, 16, 12, 15, 11, 0, 0, 14, 14, 11, 22, 0, 0, 0, 0, 15,
    0, 5, 6, 17, 11, 12, 15, 6, 6, 6, 6, 13, 13, 5, 14, 8, 7, 14, 17, 12, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 23, 23, 4,
    12, 5, 14, 12, 6, 24, 9, 12, 7, 15, 5, 14, 5, 4, 12, 21, 9, 15, 8, 6, 4, 15, 4, 14, 15, 18, 4, 13, 8, 5, 4, 5,
    9, 6, 8, 9, 17, 8, 4, 5, 11, 8, 18, 5, 7, 6, 16, 16, 16, 14, 7, 6, 7, 8, 8, 16, 10, 15, 8, 18, 9, 8, 7, 6,
    14, 22, 8, 8, 6, 12, 16, 8, 17, 12, 6, 9, 20, 4, 4, 8, 7, 21, 15, 7, 7, 13, 4, 3, 17, 4, 15, 21, 8, 6, 6, 11,
    12, 12, 3, 8, 6, 6, 5, 6, 6, 12, 29, 29, 23, 12, 15, 17, 3, 8, 5, 5, 12, 11, 52, 10, 10, 10, 10, 6, 6, 11, 11, 7,
    7, 22, 23, 25, 20, 37, 34, 24, 29, 42, 31, 37, 31, 34, 25, 22, 8, 8, 0, 0, 0, 0, 0, 0, 0, 17, 32, 32, 29, 26, 28, 30,
    21, 30, 18, 28, 24, 18, 27, 30, 18, 33, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 11, 17, 21, 22, 35, 28,
    21, 13, 21, 0, 0, 0, 8, 8, 4, 4, 10, 18, 6, 18, 9, 17, 18, 3, 4, 15, 7, 6, 5, 18, 20, 22, 5, 8, 14, 12, 21, 23,
    12, 12, 7, 17, 13, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 6, 4, 8, 8, 10, 10, 19, 6, 8, 7, 7, 7, 7, 20, 11,
    6, 10, 8, 6, 8, 6, 20, 6, 5, 4, 11, 33, 33, 7, 7, 6, 6, 9, 9, 6, 4, 5, 7, 0, 7, 7, 5, 4, 7, 7, 6, 21,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 7, 10, 6, 7, 6, 6, 7, 10, 8,
    7, 9, 6, 8, 7, 6, 0, 0, 7, 8, 5, 6, 4, 21, 10, 7, 6, 8, 7, 7, 9, 13, 15, 5, 7, 7, 7, 7, 9, 13, 4, 7,
    6, 8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 7, 5, 8, 8, 12, 8, 35, 13, 28, 6, 6, 6, 7, 7, 7, 7, 6, 6, 21, 9, 5,
    7, 7, 14, 8, 5, 20, 6, 7, 7, 7, 13, 6, 11, 7, 13, 5, 7, 7, 5, 7, 4, 6, 5, 8, 6, 7, 5, 6, 15, 6, 8, 13,
    5, 5, 7, 5, 4, 6, 9, 26, 19, 26, 20, 17, 26, 26, 32, 29, 28, 13, 40, 23, 26, 19, 20, 22, 31, 26, 32, 33, 13, 13, 13, 13,
    23, 23, 17, 22, 22, 17, 23, 27, 7, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 18, 18, 36, 17, 15, 20, 23, 21, 19, 19, 18,
    16, 10, 10, 10, 10, 7, 7, 7, 0, 7, 0, 0, 0, 7, 5, 7, 7, 9, 9, 9, 9, 18, 18, 18, 9, 8, 11, 12, 11, 8, 14, 7,
    29, 33, 26, 29, 21, 46, 10, 26, 22, 27, 23, 5, 5, 5, 5, 34, 9, 15, 9, 0, 20, 0, 14, 16, 14, 0, 0, 0, 0, 0, 18, 15,
    18, 7, 13, 16, 16, 14, 10, 16, 19, 6, 10, 6, 19, 10, 15, 9, 9, 14, 0, 0, 13, 21, 0, 6, 0, 10, 0, 23, 19, 0, 20, 15,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 19, 14, 7, 7, 12, 28, 17, 35, 21, 17, 14, 14, 13, 18, 0, 0, 22, 20,
    23, 12, 13, 14, 12, 5, 5, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24, 24, 0, 0, 10,
    20, 19, 29, 0, 13, 4, 0, 8, 8, 8, 24, 0, 5, 8, 8, 10, 8, 8, 16, 21, 9, 8, 16, 19, 29, 28, 26, 29, 34, 21, 25, 28,
    23, 23, 31, 22, 29, 22, 13, 20, 22, 25, 25, 19, 19, 31, 20, 20, 28, 37, 19, 16, 22, 16, 30, 19, 22, 13, 6, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 23, 12, 14, 9, 0, 0, 9, 12, 10, 13, 9, 14, 7, 8, 8, 8, 9, 11, 5,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 31, 13, 6, 9, 14, 7, 12, 10, 18, 0, 0, 15, 0, 12,
    21, 12, 8, 9, 14, 32, 14, 15, 14, 19, 11, 11, 8, 0, 0, 5, 7, 22, 18, 18, 0, 0, 12, 14, 8, 12, 20, 9, 11, 6, 9, 0,
    12, 8, 0, 8, 9, 12, 21, 9, 14, 8, 11, 9, 13, 16, 8, 26, 20, 9, 7, 18, 8, 9, 12, 13, 9, 10, 12, 9, 12, 12, 8, 36,
    21, 15, 19, 19, 21, 8, 12, 7, 12, 9, 12, 8, 10, 5, 10, 7, 0, 0, 0, 0, 0, 0, 3, 28, 22, 15, 5, 25, 7, 7, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 17,
    18, 17, 18, 11, 25, 13, 13, 22, 22, 8, 16, 14, 13, 16, 20, 5, 11, 16, 29, 29, 29, 28, 28, 28, 19, 24, 48, 36, 19, 22, 16, 19,
    19, 35, 17, 16, 22, 19, 23, 22, 19, 32, 8, 17, 9, 5, 18, 4, 10, 9, 6, 6, 4, 7, 7, 8, 6, 5, 17, 8, 6, 9, 5, 6,
    7, 6, 7, 7, 6, 10, 7, 6, 7, 18, 12, 6, 11, 11, 7, 9, 7, 9, 16, 10, 5, 19, 16, 4, 4, 10, 3, 7, 4, 4, 14, 9,
    6, 6, 14, 16, 16, 32, 20, 21, 19, 22, 20, 22, 14, 12, 33, 18, 17, 17, 17, 17, 15, 13, 18, 31, 13, 19, 18, 18, 16, 15, 17, 16,
    16, 19, 14, 19, 30, 22, 13, 30, 20, 7, 14, 9, 15, 20, 12, 19, 20, 12, 18, 14, 19, 17, 15, 11, 13, 10, 13, 11, 12, 13, 23, 13,
    19, 15, 13, 16, 18, 21, 15, 14, 19, 16, 28, 28, 17, 36, 25, 30, 25, 22, 34, 26, 31, 20, 22, 16, 26, 23, 16, 19, 22, 20, 24, 31,
    17, 23, 22, 28, 26, 42, 30, 42, 23, 17, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 17, 8, 9, 8, 9, 8,
    8, 21, 20, 17, 17, 9, 8, 14, 9, 9, 18, 18, 19, 14, 17, 15, 18, 15, 21, 20, 16, 14, 22, 29, 19, 29, 25, 19, 25, 16, 33, 19,
    26, 19, 19, 16, 19, 28, 16, 25, 22, 20, 26, 26, 46, 25, 25, 20, 13, 31, 22, 36, 20, 22, 28, 25, 22, 16, 19, 30, 8, 9, 9, 9,
    13, 30, 9, 6, 11, 22, 10, 10, 3, 6, 6, 23, 6, 7, 6, 39, 6, 14, 8, 5, 13, 26, 5, 10, 7, 38, 7, 7, 6, 4, 6, 13,
    6, 6, 14, 5, 7, 7, 24, 7, 7, 6, 13, 5, 6, 31, 5, 14, 8, 12, 51, 11, 7, 6, 9, 10, 22, 7, 5, 6, 15, 28, 9, 8,
    7, 28, 9, 10, 5, 29, 6, 5, 6, 6, 15, 50, 7, 4, 7, 4, 6, 12, 18, 26, 7, 8, 7, 30, 6, 4, 7, 7, 17, 35, 7, 8,
    7, 7, 26, 3, 4, 6, 7, 19, 27, 9, 9, 5, 24, 11, 11, 31, 6, 6, 8, 5, 7, 14, 20, 22, 31, 14, 10, 9, 32, 14, 8, 10,
    20, 7, 12, 12, 0, 0, 0, 18, 0, 0, 10, 29, 29, 29, 29, 10, 21, 9, 0, 18, 14, 15, 27, 0, 0, 0, 0, 0, 8, 10, 13, 25,
    10, 15, 9, 6, 6, 24, 40, 27, 24, 33, 15, 4, 18, 15, 33, 9, 14, 8, 5, 0, 23, 9, 23, 30, 5, 15, 25, 10, 21, 21, 44, 9,
    29, 0, 21, 22, 12, 12, 23, 46, 24, 14, 12, 28, 18, 13, 14, 16, 13, 10, 8, 8, 0, 0, 6, 8, 7, 13, 15, 11, 12, 17, 0, 7,
    24, 22, 27, 30, 5, 0, 13, 7, 20, 5, 15, 8, 0, 19, 10, 14, 20, 6, 0, 0, 0, 0, 0, 0, 0, 21, 25, 11, 45, 10, 21, 18,
    13, 22, 22, 7, 36, 20, 31, 28, 7, 22, 7, 7, 39, 36, 6, 5, 6, 21, 33, 20, 42, 9, 13, 18, 11, 28, 17, 14, 0, 0, 11, 11,
    24, 24, 27, 10, 11, 0, 13, 15, 17, 15, 4, 6, 0, 19, 9, 8, 9, 20, 48, 16, 70, 15, 7, 12, 19, 0, 0, 8, 35, 6, 28, 28,
    5, 8, 6, 8, 5, 26, 16, 7, 22, 16, 15, 13, 30, 7, 10, 25, 29, 22, 5, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 22, 31, 21, 42, 50, 60, 34, 14, 16, 16, 21, 25, 27, 18, 7, 28, 12, 21, 65, 12, 46, 17, 17, 16, 19, 41,
    14, 17, 16, 16, 0, 0, 0, 0, 0, 7, 36, 22, 19, 23, 10, 24, 23, 23, 19, 19, 0, 0, 0, 0, 0, 0, 0, 0, 16, 25, 25, 14,
    16, 22, 28, 37, 17, 25, 25, 25, 35, 23, 22, 16, 22, 19, 13, 20, 27, 24, 23, 22, 37, 17, 25, 25, 19, 16, 23, 16, 25, 42, 47, 16,
    29, 27, 28, 43, 21, 27, 25, 7, 6, 6, 10, 10, 5, 7, 7, 6, 8,
];

/// The district that a municipality lies in, by the letters of its code.
#[rustfmt::skip]
pub(super) static DISTRICTS: &str = "\
BGS	BG341
BLG	BG413
DOB	BG332
GAB	BG322
HKV	BG422
JAM	BG343
KNL	BG415
KRZ	BG425
LOV	BG315
MON	BG312
PAZ	BG423
PDV	BG421
PER	BG414
PVN	BG314
RAZ	BG324
RSE	BG323
SFO	BG412
SHU	BG333
SLS	BG325
SLV	BG342
SML	BG424
SOF	BG411
SZR	BG344
TGV	BG334
VAR	BG331
VID	BG311
VRC	BG313
VTR	BG321
";

/// What took the area of a retired code over; `=` when it is the same area.
#[rustfmt::skip]
pub(super) static SUCCESSORS: &str = "\
BE221	BE224
BE222	BE225
BE321	BE329 BE32A
BE322	BE329 BE32B
BE324	BE328
BE325	BE329 BE32C
BE326	BE329 BE32D
BE327	BE328
DE41	DE40
DE411	=DE403
DE412	=DE405
DE413	=DE409
DE414	=DE40A
DE415	=DE40C
DE416	=DE40D
DE417	=DE40F
DE418	=DE40I
DE42	DE40
DE421	=DE401
DE422	=DE402
DE423	=DE404
DE424	=DE406
DE425	=DE407
DE426	=DE408
DE427	=DE40B
DE428	=DE40E
DE429	=DE40G
DE42A	=DE40H
DE801	DE80N
DE802	DE80J
DE805	DE80L
DE806	DE80M
DE807	DE80K
DE808	DE80J DE80N
DE809	DE80K
DE80A	DE80O
DE80B	DE80J
DE80C	DE80J
DE80D	DE80L
DE80E	DE80M
DE80F	DE80N
DE80G	DE80O
DE80H	DE80L
DE80I	DE80N
DE915	DE91C
DE919	DE91C
DEA21	DEA2D
DEA25	DEA2D
DEB16	DEB1C
DEB19	DEB1D
DED1	DED4
DED11	=DED41
DED12	DED44
DED13	DED45
DED14	DED42
DED15	DED45
DED16	DED43
DED17	DED44
DED18	DED42
DED19	DED43
DED1A	DED42
DED1B	DED42
DED1C	DED45
DED22	DED2D
DED23	DED2C
DED24	DED2C
DED25	DED2E
DED26	DED2D
DED27	DED2E
DED28	DED2D
DED29	DED2F
DED2A	DED2F
DED2B	DED2C
DED3	DED5
DED31	=DED51
DED32	DED53
DED33	DED43
DED34	DED52
DED35	DED52
DED36	DED53
DEG04	=DEG0S
DEG0B	=DEG0Q
DEG0F	=DEG0T
DEG0H	=DEG0V
DEG0I	=DEG0U
DEG0N	DEG0R
DEG0P	DEG0R
EE006	EE009
EE007	EE00A
EL1	EL5 EL6
EL11	EL51
EL111	EL511
EL112	EL512
EL113	EL513
EL114	EL514
EL115	EL515
EL12	EL52
EL121	EL521
EL122	EL522
EL123	EL523
EL124	EL524
EL125	EL525
EL126	EL526
EL127	EL527
EL13	EL53
EL131	EL531
EL132	EL532
EL133	EL531
EL134	EL533
EL14	EL61
EL141	EL611
EL142	EL612
EL143	EL613
EL144	EL611
EL2	EL5 EL6
EL21	EL54
EL211	EL541
EL212	EL542
EL213	EL543
EL214	EL541
EL22	EL62
EL221	EL621
EL222	EL622
EL223	EL623
EL224	EL624
EL23	EL63
EL231	EL631
EL232	EL632
EL233	EL633
EL24	EL64
EL241	EL641
EL242	EL642
EL243	EL643
EL244	EL644
EL245	EL645
EL25	EL65
EL251	EL651
EL252	EL651
EL253	EL652
EL254	EL653
EL255	EL653
EL300	EL301 EL302 EL303 EL304 EL305 EL306 EL307
FI13	FI1D
FI131	FI1DA FI1DB FI1DC
FI132	FI1DB
FI133	FI1DC
FI134	FI1D8
FI18	FI1B FI1C
FI181	FI1B1
FI182	FI1B1
FI183	=FI1C1
FI184	=FI1C2
FI185	FI1C6
FI186	FI1C6 FI1C7
FI187	=FI1C5
FI193	FI198 FI19B
FI194	FI199
FI195	FI199 FI19A
FI197	FI19B
FI1A	FI1D
FI1A1	=FI1D5
FI1A2	FI1D9
FI1A3	=FI1D7
FI1C3	FI1C6
FI1C4	FI1C6 FI1C7
FI1D1	FI1DA FI1DB FI1DC
FI1D2	FI1DB
FI1D3	FI1DC
FI1D4	FI1D8
FI1D6	FI1D9
FR2	FRB FRC FRD FRE FRF
FR21	=FRF2
FR211	=FRF21
FR212	=FRF22
FR213	=FRF23
FR214	=FRF24
FR22	=FRE2
FR221	=FRE21
FR222	=FRE22
FR223	=FRE23
FR23	=FRD2
FR231	=FRD21
FR232	=FRD22
FR24	=FRB0
FR241	=FRB01
FR242	=FRB02
FR243	=FRB03
FR244	=FRB04
FR245	=FRB05
FR246	=FRB06
FR25	=FRD1
FR251	=FRD11
FR252	=FRD12
FR253	=FRD13
FR26	=FRC1
FR261	=FRC11
FR262	=FRC12
FR263	=FRC13
FR264	=FRC14
FR3	FRE
FR30	=FRE1
FR301	=FRE11
FR302	=FRE12
FR4	FRC FRF
FR41	=FRF3
FR411	=FRF31
FR412	=FRF32
FR413	=FRF33
FR414	=FRF34
FR42	=FRF1
FR421	=FRF11
FR422	=FRF12
FR43	=FRC2
FR431	=FRC21
FR432	=FRC22
FR433	=FRC23
FR434	=FRC24
FR5	FRG FRH FRI
FR51	=FRG0
FR511	=FRG01
FR512	=FRG02
FR513	=FRG03
FR514	=FRG04
FR515	=FRG05
FR52	=FRH0
FR521	=FRH01
FR522	=FRH02
FR523	=FRH03
FR524	=FRH04
FR53	=FRI3
FR531	=FRI31
FR532	=FRI32
FR533	=FRI33
FR534	=FRI34
FR6	FRI FRJ
FR61	=FRI1
FR611	=FRI11
FR612	=FRI12
FR613	=FRI13
FR614	=FRI14
FR615	=FRI15
FR62	=FRJ2
FR621	=FRJ21
FR622	=FRJ22
FR623	=FRJ23
FR624	=FRJ24
FR625	=FRJ25
FR626	=FRJ26
FR627	=FRJ27
FR628	=FRJ28
FR63	=FRI2
FR631	=FRI21
FR632	=FRI22
FR633	=FRI23
FR7	=FRK
FR71	=FRK2
FR711	=FRK21
FR712	=FRK22
FR713	=FRK23
FR714	=FRK24
FR715	=FRK25
FR716	=FRK26
FR717	=FRK27
FR718	=FRK28
FR72	=FRK1
FR721	=FRK11
FR722	=FRK12
FR723	=FRK13
FR724	=FRK14
FR8	FRJ FRL FRM
FR81	=FRJ1
FR811	=FRJ11
FR812	=FRJ12
FR813	=FRJ13
FR814	=FRJ14
FR815	=FRJ15
FR82	=FRL0
FR821	=FRL01
FR822	=FRL02
FR823	=FRL03
FR824	=FRL04
FR825	=FRL05
FR826	=FRL06
FR83	=FRM0
FR831	=FRM01
FR832	=FRM02
FR9	FRY
FR91	FRY1
FR910	FRY10
FR92	FRY2
FR920	FRY20
FR93	FRY3
FR930	FRY30
FR94	FRY4
FR940	FRY40
FRA	=FRY
FRA1	=FRY1
FRA10	=FRY10
FRA2	=FRY2
FRA20	=FRY20
FRA3	=FRY3
FRA30	=FRY30
FRA4	=FRY4
FRA40	=FRY40
FRA5	=FRY5
FRA50	=FRY50
HR01	HR05 HR06
HR011	HR050
HR012	HR065
HR013	HR064
HR014	HR062
HR015	HR063
HR016	HR061
HR04	HR02 HR05 HR06
HR041	=HR050
HR042	=HR065
HR043	=HR064
HR044	=HR062
HR045	=HR063
HR046	=HR061
HR047	=HR021
HR048	=HR022
HR049	=HR023
HR04A	=HR024
HR04B	=HR025
HR04C	=HR026
HR04D	=HR027
HR04E	=HR028
HU10	HU11 HU12
HU101	=HU110
HU102	=HU120
IE01	IE04 IE06
IE011	IE041
IE012	=IE063
IE013	=IE042
IE02	IE05 IE06
IE021	=IE061
IE022	IE062
IE023	IE051
IE024	IE052
IE025	=IE053
ITC45	ITC4C ITC4D
ITD	ITH
ITD1	=ITH1
ITD10	=ITH10
ITD2	=ITH2
ITD20	=ITH20
ITD3	=ITH3
ITD31	=ITH31
ITD32	=ITH32
ITD33	=ITH33
ITD34	=ITH34
ITD35	=ITH35
ITD36	=ITH36
ITD37	=ITH37
ITD4	=ITH4
ITD41	=ITH41
ITD42	=ITH42
ITD43	=ITH43
ITD44	=ITH44
ITD5	ITH5
ITD51	=ITH51
ITD52	=ITH52
ITD53	=ITH53
ITD54	=ITH54
ITD55	=ITH55
ITD56	=ITH56
ITD57	=ITH57
ITD58	=ITH58
ITD59	ITH59
ITE	ITI
ITE1	=ITI1
ITE11	=ITI11
ITE12	=ITI12
ITE13	=ITI13
ITE14	=ITI14
ITE15	=ITI15
ITE16	=ITI16
ITE17	=ITI17
ITE18	=ITI18
ITE19	=ITI19
ITE1A	=ITI1A
ITE2	=ITI2
ITE21	=ITI21
ITE22	=ITI22
ITE3	ITI3
ITE31	ITI31
ITE32	=ITI32
ITE33	=ITI33
ITE34	ITI34 ITI35
ITE4	=ITI4
ITE41	=ITI41
ITE42	=ITI42
ITE43	=ITI43
ITE44	=ITI44
ITE45	=ITI45
ITF41	ITF46 ITF47 ITF48
ITF42	ITF46 ITF47 ITF48
ITG25	ITG2D
ITG26	ITG2E
ITG27	ITG2F
ITG28	ITG2F ITG2G ITG2H
ITG29	ITG2D
ITG2A	ITG2E ITG2F
ITG2B	ITG2F
ITG2C	ITG2F
LT00	LT01 LT02
LT001	=LT021
LT002	=LT022
LT003	=LT023
LT004	=LT024
LT005	=LT025
LT006	=LT026
LT007	=LT027
LT008	=LT028
LT009	=LT029
LT00A	=LT011
LV003	LV00B
LV006	LV00A
LV007	LV00A LV00B LV00C
LV008	LV00C
NL111	=NL114
NL113	=NL115
NL121	NL127
NL122	NL128
NL123	NL126
NL124	=NL127
NL125	=NL128
NL31	=NL35
NL310	=NL350
NL322	NL328
NL324	=NL32A
NL326	NL32B
NL329	=NL32B
NL33	=NL36
NL331	NL363
NL332	=NL361
NL333	=NL362
NL334	NL365
NL335	NL366
NL336	NL364
NL337	=NL363
NL338	NL365
NL339	NL366
NL33A	=NL364
NL33B	=NL365
NL33C	=NL366
NL412	=NL415
NL413	=NL416
NO01	NO08
NO011	=NO081
NO012	NO083 NO084 NO085
NO021	NO020
NO022	NO020
NO03	NO08 NO09
NO031	NO083 NO084 NO085
NO032	NO083 NO084 NO085
NO033	NO093 NO094
NO034	NO093 NO094
NO04	NO09 NO0A
NO041	NO092
NO042	NO092
NO043	=NO0A1
NO05	NO0A
NO051	NO0A2
NO052	NO0A2
NO053	=NO0A3
NO061	NO060
NO062	NO060
NO074	NO072 NO073
NO082	NO083 NO084 NO085
NO091	NO093 NO094
PL1	PL7 PL9
PL11	=PL71
PL113	=PL711
PL114	=PL712
PL115	=PL713
PL116	=PL714
PL117	=PL715
PL12	PL91 PL92
PL121	PL922 PL923
PL122	PL924 PL925
PL127	=PL911
PL128	=PL921
PL129	PL912
PL12A	PL913
PL12B	=PL922
PL12C	=PL923
PL12D	=PL924
PL12E	PL925
PL215	PL218
PL216	PL21A
PL3	PL7 PL8
PL31	=PL81
PL311	=PL811
PL312	=PL812
PL314	=PL814
PL315	=PL815
PL32	=PL82
PL323	=PL821
PL324	=PL822
PL325	=PL823
PL326	=PL824
PL33	=PL72
PL331	=PL721
PL332	=PL722
PL34	=PL84
PL343	=PL841
PL344	=PL842
PL345	=PL843
PL422	PL426
PL425	PL428
PL521	PL523
PL522	PL524
PL614	PL616
PL615	PL619
PL631	PL636
PL635	PL638
PT113	PT119
PT117	PT11D
PT16	PT19 PT1D
PT16B	=PT1D1
PT16C	PT195 PT1D2
PT16D	=PT191
PT16E	=PT192
PT16F	=PT193
PT16G	=PT194
PT16H	PT195
PT16I	PT195 PT1D2
PT16J	=PT196
PT17	PT1A PT1B
PT170	PT1A0 PT1B0
PT18	PT1C PT1D
PT181	=PT1C1
PT182	PT1C3
PT183	PT1C4
PT184	=PT1C2
PT185	=PT1D3
PT186	=PT1C3
PT187	=PT1C4
SI01	SI03
SI011	SI031
SI012	SI032
SI013	SI033
SI014	SI034
SI015	SI035
SI016	SI036
SI017	SI037
SI018	SI038
SI02	SI04
SI021	SI041
SI022	SI042
SI023	SI043
SI024	SI044
UKD2	UKD6
UKD21	UKD61 UKD71
UKD22	UKD62 UKD63
UKD43	UKD44 UKD45 UKD46 UKD47
UKD5	UKD7
UKD51	UKD71
UKD52	=UKD72
UKD53	=UKD73
UKD54	=UKD74
UKE43	UKE44 UKE45
UKF23	UKF24 UKF25
UKG34	UKG36 UKG37
UKG35	UKG38 UKG39
UKH13	UKH15 UKH16 UKH17
UKH22	UKH24 UKH25
UKH33	UKH34 UKH35 UKH36 UKH37
UKI1	UKI3 UKI4
UKI11	UKI31 UKI32 UKI33 UKI34
UKI12	UKI41 UKI42 UKI43 UKI44 UKI45
UKI2	UKI5 UKI6 UKI7
UKI21	UKI51 UKI52 UKI53 UKI54
UKI22	UKI61 UKI62 UKI63
UKI23	UKI71 UKI72 UKI73 UKI74 UKI75
UKJ23	UKJ25 UKJ26
UKJ24	UKJ27 UKJ28
UKJ33	UKJ35 UKJ36 UKJ37
UKJ42	UKJ43 UKJ44 UKJ45 UKJ46
UKK21	UKK24
UKK22	UKK25
UKM2	UKM7
UKM21	=UKM71
UKM22	=UKM72
UKM23	=UKM73
UKM24	=UKM91
UKM25	=UKM75
UKM26	=UKM76
UKM27	=UKM77
UKM28	=UKM78
UKM3	UKM8 UKM9
UKM31	=UKM81
UKM32	=UKM92
UKM33	=UKM93
UKM34	=UKM82
UKM35	=UKM83
UKM36	=UKM84
UKM37	=UKM94
UKM38	=UKM95
UKN01	UKN06
UKN1	UKN0
UKN10	=UKN0A
UKN11	=UKN0B
UKN12	=UKN0C
UKN13	=UKN0D
UKN14	=UKN0E
UKN15	=UKN0F
UKN16	=UKN0G
";

/// The territories of Bulgaria by the key of a name.
#[rustfmt::skip]
pub(super) static KEYS: &str = "\
aitos	BGS01
aksakovo	VAR02
alfatar	SLS01
anton	SFO54
antonovo	TGV02
apriltsi	LOV02
ardino	KRZ02
asenovgrad	PDV01
avren	VAR01
balchik	DOB03
banite	SML02
bansko	BLG01
batak	PAZ03
belene	PVN03
belitsa	BLG02
belogradchik	VID01
beloslav	VAR04
belovo	PAZ04
berkovitsa	MON02
biala	RSE04 VAR05
bialaslatina	VRC08
blagoevgrad	BG413 BLG03
boboshevo	KNL05
bobovdol	KNL04
boichinovtsi	MON04
boinitsa	VID03
boliarovo	JAM03
borino	SML05
borovan	VRC05
borovo	RSE03
botevgrad	SFO07
bozhurishte	SFO06
bratiadaskalovi	SZR04
bratsigovo	PAZ06
bregovo	VID06
breznik	PER08
brezovo	PDV07
brusartsi	MON07
bulgaria	BG
burgas	BG341 BGS04
chavdar	SFO57
chelopech	SFO58
chepelare	SML38
chernochene	KRZ35
chervenbriag	PVN37
chiprovtsi	MON36
chirpan	SZR36
chuprene	VID37
dalgopol	VAR16
devin	SML09
devnia	VAR14
dimitrovgrad	HKV09
dimovo	VID16
dobrich	BG332 DOB28
dobrichgrad	DOB28
dobrichka	DOB15
dobrichkaselska	DOB15
dobrichrural	DOB15
dobrichselska	DOB15
dobrichtown	DOB28
dolnabania	SFO59
dolnamitropolia	PVN10
dolnichiflik	VAR13
dolnidabnik	PVN11
dolnidubnik	PVN11
dospat	SML10
dragoman	SFO16
drianovo	GAB12
dulgopol	VAR16
dulovo	SLS10
dupnitsa	KNL48
dvemogili	RSE08
dzhebel	KRZ08
elena	VTR13
elhovo	JAM07
elinpelin	SFO17
etropole	SFO18
gabrovo	BG322 GAB05
galabovo	SZR07
garmen	BLG13
generaltoshevo	DOB12
georgidamianovo	MON14
glavinitsa	SLS07
godech	SFO09
gornamalina	SFO10
gornaoriahovitsa	VTR06
gotsedelchev	BLG11
gramada	VID15
guliantsi	PVN08
gulubovo	SZR07
gurkovo	SZR37
gurmen	BLG13
hadzhidimovo	BLG52
hairedin	VRC35
harmanli	HKV33
haskovo	BG422 HKV34
hisaria	PDV37
hitrino	SHU11
iablanitsa	LOV38
iakimovo	MON38
iakoruda	BLG53
iambol	BG343 JAM26
ihtiman	SFO20
iskar	PVN23
iskur	PVN23
isperih	RAZ14
iugoiztochen	BG34
iugoiztochnia	BG34
iugoiztochniat	BG34
iugozapaden	BG41
iugozapadnaiuzhnatsentralnabulgaria	BG4
iugozapadnia	BG41
iugozapadniat	BG41
iuzhentsentralen	BG42
iuzhnabulgaria	BG4
iuzhniatsentralen	BG42
iuzhnotsentralen	BG42
iuzhnotsentralnia	BG42
ivailovgrad	HKV11
ivanovo	RSE13
kainardzha	SLS15
kaloianovo	PDV12
kameno	BGS08
kaolinovo	SHU18
kardzhali	BG425 KRZ16
karlovo	PDV13
karnobat	BGS09
kaspichan	SHU19
kavarna	DOB17
kazanlak	SZR12
kazanluk	SZR12
kirkovo	KRZ14
kiustendil	BG415 KNL29
knezha	PVN39
kocherinovo	KNL27
koprivshtitsa	SFO24
kostenets	SFO25
kostinbrod	SFO26
kotel	SLV11
kovachevtsi	PER22
kozlodui	VRC20
kresna	BLG28
krichim	PDV39
krivodol	VRC21
krumovgrad	KRZ15
krushari	DOB20
kubrat	RAZ16
kuklen	PDV42
kula	VID22
kurdzhali	BG425 KRZ16
laki	PDV15
lesichovo	PAZ14
letnitsa	LOV17
levski	PVN16
liaskovets	VTR20
liubimets	HKV17
lom	MON24
lovech	BG315 LOV18
loznitsa	RAZ17
luki	PDV15
lukovit	LOV19
madan	SML16
madzharovo	HKV18
maglizh	SZR22
makresh	VID25
malkotarnovo	BGS12
malkoturnovo	BGS12
maritsa	PDV17
medkovets	MON26
mezdra	VRC27
mineralnibani	HKV19
mirkovo	SFO56
mizia	VRC28
momchilgrad	KRZ21
montana	BG312 MON29
muglizh	SZR22
ncpr	BG32
nedelino	SML18
nepr	BG33
nesebar	BGS15
nesebur	BGS15
nevestino	KNL31
nikolaevo	SZR38
nikolakozlevo	SHU21
nikopol	PVN21
northcentral	BG32
northeast	BG33
northeastern	BG33
northernbulgaria	BG3
northwest	BG31
northwestern	BG31
novazagora	SLV16
novipazar	SHU22
novoselo	VID30
nwpr	BG31
omurtag	TGV22
opaka	TGV23
opan	SZR23
oriahovo	VRC31
panagiurishte	PAZ20
parvomai	PDV23
pavelbania	SZR24
pavlikeni	VTR22
pazardzhik	BG423 PAZ19
pernik	BG414 PER32
perushtitsa	PDV40
peshtera	PAZ21
petrich	BLG33
pirdop	SFO55
pleven	BG314 PVN24
plovdiv	BG421 PDV22
polskitrambesh	VTR26
polskitrumbesh	VTR26
pomorie	BGS17
popovo	TGV24
pordim	PVN27
pravets	SFO34
primorsko	BGS27
provadia	VAR24
purvomai	PDV23
radnevo	SZR27
radomir	PER36
rakitovo	PAZ24
rakovski	PDV25
razgrad	BG324 RAZ26
razlog	BLG37
rila	KNL38
rodopi	PDV26
roman	VRC32
rudozem	SML27
ruen	BGS18
ruse	BG323 RSE27
ruzhintsi	VID33
sadovo	PDV28
saedinenie	PDV33
samokov	SFO39
samuil	RAZ29
sandanski	BLG40
saparevabania	KNL41
sarnitsa	PAZ39
satovcha	BLG42
scpr	BG42
sepr	BG34
septemvri	PAZ29
severentsentralen	BG32
severnabulgaria	BG3
severnaiugoiztochnabulgaria	BG3
severniatsentralen	BG32
severnotsentralen	BG32
severnotsentralnia	BG32
severoiztochen	BG33
severoiztochnia	BG33
severoiztochniat	BG33
severozapaden	BG31
severozapadnia	BG31
severozapadniat	BG31
sevlievo	GAB29
shabla	DOB29
shumen	BG333 SHU30
silistra	BG325 SLS31
simeonovgrad	HKV29
simitli	BLG44
sitovo	SLS32
sliven	BG342 SLV20
slivnitsa	SFO45
slivopole	RSE33
smiadovo	SHU25
smolian	BG424 SML31
sofia	BG411 BG412 SOF46
sofiacapital	BG411 SOF46
sofiaciti	BG411
sofiagrad	BG411
sofiaoblast	BG412
sofiaprovince	BG412
sofiastolitsa	BG411
sofiska	BG412
sopot	PDV43
sozopol	BGS21
sredets	BGS06
stamboliski	PDV41
stambolovo	HKV30
starazagora	BG344 SZR31
stolichna	BG411 SOF46
stolichnaobshtina	SOF46
straldzha	JAM22
strazhitsa	VTR31
strelcha	PAZ32
strumiani	BLG49
suedinenie	PDV33
suhindol	VTR32
sungurlare	BGS23
surnitsa	PAZ39
suthcentral	BG42
sutheast	BG34
sutheastern	BG34
suthernbulgaria	BG4
suthwest	BG41
suthwestern	BG41
suvorovo	VAR26
svilengrad	HKV28
svishtov	VTR28
svoge	SFO43
swpr	BG41
targovishte	BG334 TGV35
tervel	DOB27
teteven	LOV33
topolovgrad	HKV32
townofdobrich	DOB28
tran	PER51
trekliano	KNL50
triavna	GAB35
troian	LOV34
trun	PER51
tsarevo	BGS13
tsarkaloian	RAZ36
tsenovo	RSE37
tundzha	JAM25
turgovishte	BG334 TGV35
tutrakan	SLS34
tvarditsa	SLV24
tvurditsa	SLV24
ugarchin	LOV36
ugurchin	LOV36
valchedram	MON11
valchidol	VAR09
varbitsa	SHU10
varna	BG331 VAR06
varshets	MON12
velikipreslav	SHU23
velikotarnovo	BG321 VTR04
velikoturnovo	BG321 VTR04
velingrad	PAZ08
venets	SHU07
vetovo	RSE05
vetrino	VAR08
vidin	BG311 VID09
vratsa	BG313 VRC10
vulchedrum	MON11
vulchidol	VAR09
vurbitsa	SHU10
vurshets	MON12
zavet	RAZ11
zemen	PER19
zlataritsa	VTR14
zlatitsa	SFO47
zlatograd	SML11
";

/// The territories of Bulgaria by abbreviation.
#[rustfmt::skip]
pub(super) static ABBREVIATIONS: &str = "\
СЗР	BG31
СИР	BG33
СЦР	BG32
ЮЗР	BG41
ЮИР	BG34
ЮЦР	BG42
";
