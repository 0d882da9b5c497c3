//! Numbering plans, as facts.
//!
//! Country codes: ITU-T, list of E.164 assigned country codes (Operational Bulletin annex). Lengths and Bulgaria's
//! ranges: the national numbering plans that the regulators notify to ITU-T (E.129); Bulgaria's is kept by the
//! Communications Regulation Commission. The choice of facts and their form are ours: MIT OR Apache-2.0.

/// The country codes in use, from the least to the greatest; the Vatican's 379 is not.
pub(super) const COUNTRY_CODES: &[u16] = &[
    1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54,
    55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98, 211,
    212, 213, 216, 218, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234,
    235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253,
    254, 255, 256, 257, 258, 260, 261, 262, 263, 264, 265, 266, 267, 268, 269, 290, 291, 297, 298,
    299, 350, 351, 352, 353, 354, 355, 356, 357, 358, 359, 370, 371, 372, 373, 374, 375, 376, 377,
    378, 380, 381, 382, 383, 385, 386, 387, 389, 420, 421, 423, 500, 501, 502, 503, 504, 505, 506,
    507, 508, 509, 590, 591, 592, 593, 594, 595, 596, 597, 598, 599, 670, 672, 673, 674, 675, 676,
    677, 678, 679, 680, 681, 682, 683, 685, 686, 687, 688, 689, 690, 691, 692, 800, 808, 850, 852,
    853, 855, 856, 870, 878, 880, 881, 882, 883, 886, 888, 960, 961, 962, 963, 964, 965, 966, 967,
    968, 970, 971, 972, 973, 974, 975, 976, 977, 979, 992, 993, 994, 995, 996, 998,
];

/// How the numbers of a country are made: code, fewest and most digits behind it, whether a trunk `0` is
/// dialled inside the country only.
pub(super) const COUNTRIES: &[(u16, usize, usize, bool)] = &[
    (1, 10, 10, false),
    (7, 10, 10, false),
    (30, 10, 10, false),
    (31, 9, 11, true),
    (32, 8, 9, true),
    (33, 9, 9, true),
    (34, 9, 9, false),
    (36, 8, 9, false),
    (39, 6, 12, false),
    (40, 6, 9, true),
    (41, 9, 9, true),
    (43, 4, 13, true),
    (44, 9, 10, true),
    (45, 8, 8, false),
    (46, 7, 9, true),
    (47, 8, 8, false),
    (48, 9, 9, false),
    (49, 5, 13, true),
    (90, 10, 10, true),
    (351, 9, 9, false),
    (352, 4, 11, false),
    (353, 7, 10, true),
    (354, 7, 9, false),
    (355, 8, 9, true),
    (356, 8, 8, false),
    (357, 8, 8, false),
    (358, 5, 12, true),
    (370, 8, 8, true),
    (371, 8, 8, false),
    (372, 7, 8, false),
    (373, 8, 8, true),
    (380, 9, 9, true),
    (381, 7, 12, true),
    (382, 8, 8, true),
    (383, 8, 8, true),
    (385, 8, 9, true),
    (386, 8, 8, true),
    (387, 8, 9, true),
    (389, 8, 8, true),
    (420, 9, 9, false),
    (421, 6, 9, true),
    (423, 7, 9, false),
];

/// Bulgaria's country code.
pub(super) const BULGARIA: u16 = 359;

/// Bulgaria's ranges by the first three digits behind the trunk `0`, and the fewest and most digits in all.
pub(super) const RANGES: &[(u16, u16, usize, usize)] = &[
    // Sofia; old exchanges have shorter numbers.
    (200, 299, 6, 8),
    // Plovdiv, Smolyan, Pazardzhik, Kardzhali, Haskovo.
    (300, 399, 7, 8),
    // Stara Zagora.
    (410, 429, 7, 8),
    // Mobile networks of old, around Kazanlak's 0431.
    (430, 430, 8, 8),
    (431, 436, 7, 8),
    (437, 439, 8, 8),
    // Sliven, Yambol.
    (440, 479, 7, 8),
    // Varna, Shumen, Burgas, Dobrich.
    (510, 599, 7, 8),
    // Targovishte, Veliko Tarnovo, Pleven, Gabrovo, Lovech.
    (600, 699, 7, 8),
    // One number for the whole country, at the price of a local call.
    (700, 700, 8, 8),
    // Dupnitsa, the district of Sofia, Blagoevgrad, Pernik, Kyustendil.
    (701, 709, 7, 8),
    (710, 799, 7, 8),
    // Free of charge.
    (800, 800, 8, 8),
    // Ruse, Razgrad, Silistra.
    (810, 869, 7, 8),
    // Mobile.
    (870, 899, 9, 9),
    // At a higher price.
    (900, 909, 8, 8),
    // Vratsa, Vidin, Montana.
    (910, 979, 7, 8),
    // Mobile.
    (980, 989, 9, 9),
    // Mobile, and machines.
    (996, 996, 9, 9),
    (999, 999, 9, 9),
];
