//! The normal form of a name, for matching only: the record keeps names as written.

/// Returns the normal form of a name: lower case, one space for every run of spaces, dashes and quotation marks.
pub(crate) fn normal_form(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for character in name.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            out.push(character);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out.trim().to_owned()
}
