//! The names of persons, told from those of organisations.

/// Given names of Bulgarians, those that are met most. Sorted.
#[rustfmt::skip]
const GIVEN_NAMES: &[&str] = &[
    "Албена", "Александра", "Александър", "Алекси", "Анастасия", "Ангел", "Ангелина", "Андон", "Андрей",
    "Анелия", "Анета", "Ани", "Анна", "Антоанета", "Антон", "Антония", "Апостол", "Асен", "Атанас",
    "Биляна", "Бистра", "Благой", "Богдан", "Богомил", "Божидар", "Борис", "Борислав", "Борислава",
    "Боряна", "Боян", "Валентин", "Валентина", "Валери", "Валерия", "Ваня", "Васил", "Василка",
    "Венелин", "Венета", "Венцислав", "Венцислава", "Вера", "Вероника", "Весела", "Веселин", "Веселина",
    "Веска", "Виктор", "Виктория", "Виолета", "Виталий", "Владимир", "Владимира", "Владислав", "Владо",
    "Габриела", "Галина", "Галя", "Георги", "Герасим", "Гергана", "Герман", "Гинка", "Григор", "Давид",
    "Дамян", "Даниела", "Дарина", "Деница", "Десислава", "Дечко", "Диана", "Дима", "Димитрина",
    "Димитринка", "Димитър", "Добри", "Добринка", "Добромир", "Донка", "Дора", "Евгения", "Елена",
    "Елица", "Елка", "Емил", "Емилия", "Жана", "Жени", "Живка", "Живко", "Запрянка", "Захари",
    "Звезделина", "Здравко", "Златка", "Зорница", "Ива", "Ивайло", "Иван", "Иванка", "Ивелин",
    "Ивелина", "Иво", "Илиана", "Илия", "Илияна", "Ирена", "Ирина", "Йоана", "Йордан", "Йорданка",
    "Калин", "Калина", "Калоян", "Камелия", "Камен", "Катерина", "Катя", "Кирил", "Коста", "Костадин",
    "Красен", "Красимир", "Красимира", "Кремена", "Крум", "Кузман", "Лазар", "Лидия", "Лиляна", "Лора",
    "Лъчезар", "Любен", "Любка", "Любомир", "Людмила", "Манол", "Маргарита", "Мариана", "Марин",
    "Марина", "Марио", "Мария", "Марияна", "Мартин", "Мая", "Методи", "Мила", "Милена", "Мими", "Минка",
    "Мира", "Мирослав", "Мирослава", "Михаил", "Младен", "Момчил", "Надежда", "Надя", "Найден", "Наско",
    "Наталия", "Невена", "Недялко", "Нели", "Никола", "Николай", "Николина", "Нина", "Огнян", "Орлин",
    "Павел", "Павлина", "Пенка", "Пенчо", "Петко", "Петранка", "Петър", "Петя", "Пламен", "Поля",
    "Рада", "Ради", "Радка", "Радослав", "Радослава", "Радостин", "Райна", "Райчо", "Ралица", "Росен",
    "Росица", "Румен", "Румяна", "Светла", "Светлана", "Светлозар", "Светослав", "Силвия", "Симеон",
    "Симеона", "Славка", "Славчо", "Снежана", "Соня", "София", "Софка", "Спас", "Станимир",
    "Станислава", "Станка", "Стела", "Стефан", "Стефания", "Стефка", "Стоил", "Стоян", "Стоянка",
    "Таня", "Татяна", "Теменужка", "Теодора", "Тихомир", "Тодор", "Тодорка", "Тоня", "Трифон", "Фани",
    "Филип", "Христина", "Христо", "Цветан", "Цветана", "Цветанка", "Цветелин", "Цветелина", "Цветомир",
    "Цецка", "Цонка", "Чавдар", "Юлиан", "Юлия", "Юлияна", "Явор", "Яна", "Янка", "Янко", "Ярослава",
];

/// The endings of Bulgarian fathers' names.
const PATRONYMICS: &[&str] = &["ов", "ев", "ова", "ева", "ин", "ина"];

/// The endings of Bulgarian family names.
const FAMILIES: &[&str] = &[
    "ов", "ев", "ова", "ева", "ин", "ина", "ски", "ска", "ки", "ка",
];

/// Titles that stand before the name of a person, in small letters.
const TITLES: &[&str] = &[
    "г-н",
    "г-жа",
    "г-ца",
    "гн.",
    "инж.",
    "д-р",
    "проф.",
    "доц.",
    "арх.",
    "адв.",
    "акад.",
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "prof.",
    "eng.",
];

/// True for a word with a capital and small letters after it; a double name has two such parts.
fn is_of_a_name(word: &str) -> bool {
    word.split('-').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && part.chars().nth(1).is_some()
            && letters.all(|letter| letter.is_alphabetic() && letter.is_lowercase())
    })
}

fn ends_in(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// True for the name of a person and nothing else; most names of organisations are cleared by their first
/// or their last letters.
pub(crate) fn is_person(name: &str) -> bool {
    let name = name.trim();
    // Longer names have more words than a person's.
    if name.len() > 120 {
        return false;
    }
    let (title, rest) = match name.split_once(' ') {
        Some((first, rest)) if first.len() <= 8 && first.contains(['.', '-', 'r', 's']) => {
            let title = TITLES.contains(&&*first.to_lowercase());
            (title, if title { rest.trim() } else { name })
        }
        _ => (false, name),
    };
    // Without a title it is three words.
    let has_three = || memchr::memchr_iter(b' ', rest.as_bytes()).nth(1).is_some();
    if !(title || has_three() && ends_in(rest, FAMILIES)) {
        return false;
    }
    let mut words = rest.split(' ').filter(|word| !word.is_empty());
    match (words.next(), words.next(), words.next(), words.next()) {
        (Some(first), Some(second), None, None) if title => {
            is_of_a_name(first) && is_of_a_name(second)
        }
        (Some(first), Some(second), Some(third), None) => {
            let names = is_of_a_name(first) && is_of_a_name(second) && is_of_a_name(third);
            let is_bulgarian = || {
                GIVEN_NAMES.binary_search(&first).is_ok()
                    && ends_in(second, PATRONYMICS)
                    && ends_in(third, FAMILIES)
            };
            names && (title || is_bulgarian())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_told_from_organisations() {
        assert!(GIVEN_NAMES.is_sorted());
        for person in [
            "Иван Петров Иванов",
            "Мария Иванова Петрова-Колева",
            "Георги Илиев Кирковски",
            "г-н Иван Петров",
            "Д-р Росица  Петрова",
            "инж. Асен Калинов Тодоров",
            "Mr John Smith",
            "Dr. Jane Mary Smith",
        ] {
            assert!(is_person(person), "{person}");
        }
        for organisation in [
            "Фондация „Иван Петров Иванов“",
            "Фондация Атанас Буров",
            "Христо Ботев",
            "ЕТ Иван Петров Иванов",
            "СУ Христо Ботев",
            "Иван Петров и Синове",
            "Адвокати Петров Иванов",
            "Столична община",
            "Областна администрация - Смолян",
            "Регионална библиотека Плевен",
            "Съюз Български Художници",
            "Д-р Петров ООД",
            "Д-р Петров и партньори",
            "Mr Bricolage Bulgaria AD",
            "МБАЛ д-р Иван Селимински",
            "ESU-Padova",
            "Мария",
            "",
        ] {
            assert!(!is_person(organisation), "{organisation}");
        }
    }
}
