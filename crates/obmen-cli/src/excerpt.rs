//! A finding for a person at a terminal: what is wrong, the line where it stands, what to do.

use std::fmt::Write;
use std::ops::Range;

use annotate_snippets::renderer::{AnsiColor, Effects, Style};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use obmen::Diagnostic;
use obmen::check::{Safety, Severity};

use crate::options::Lang;
use crate::words::{printable, say};

/// How much of a long line is shown before the place of a finding, and in all, in characters.
const LEAD: usize = 24;
const WIDTH: usize = 80;

const ARROW: Style = AnsiColor::BrightBlue.on_default().effects(Effects::BOLD);

/// Draws a finding; `text` is what its span counts in.
pub(crate) fn draw(
    found: &Diagnostic,
    file: &str,
    text: &str,
    language: Lang,
    colour: bool,
) -> String {
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let label = found.severity.label(language.into());
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO,
    };
    let title = level
        .with_name(label)
        .primary_title(printable(&found.message(language.into())))
        .id(found.code());
    let mut group = Group::with_title(title);
    if let (Some(span), Some(position)) = (&found.span, found.position) {
        let (window, marked) = window(text, span);
        let snippet = Snippet::source(window)
            .line_start(position.line)
            .annotation(AnnotationKind::Primary.span(marked));
        group = group.element(snippet);
    }
    let help = printable(&found.help(language.into()));
    group = group.element(
        Level::HELP
            .with_name(say(language, "help", "помощ"))
            .message(help),
    );
    if let Some(fix) = fix(found, language) {
        group = group.element(
            Level::NOTE
                .with_name(say(language, "fix", "поправка"))
                .message(fix),
        );
    }
    let drawn = renderer.render(&[group]);
    // The renderer would count columns in its own way, and from the beginning of the window.
    let place = place(found, file, colour);
    match drawn.split_once('\n') {
        Some((title, rest)) => format!("{title}\n{place}\n{rest}\n"),
        None => format!("{drawn}\n{place}\n"),
    }
}

/// Returns what the fix of a finding does, and how to have it.
fn fix(found: &Diagnostic, language: Lang) -> Option<String> {
    let safety = found.fix.as_ref()?.safety;
    let title = printable(&found.rule.fix_title(&found.arguments, language.into()));
    let how = match safety {
        Safety::Certain => say(
            language,
            "certain: `--fix` applies it",
            "сигурна: `--fix` я прилага",
        ),
        Safety::Suggested => say(
            language,
            "a proposal: `--fix=suggested` applies it",
            "предложение: `--fix=suggested` я прилага",
        ),
    };
    Some(format!("{title} ({how})"))
}

/// Returns the line that says where: file, line, column, pointer.
fn place(found: &Diagnostic, file: &str, colour: bool) -> String {
    let mut place = printable(file);
    let mut gutter = 1;
    if let Some(position) = found.position {
        // Writing to a string does not fail.
        let _ = write!(place, ":{}:{}", position.line, position.column);
        gutter = position.line.to_string().len();
    }
    if !found.pointer.is_empty() {
        let _ = write!(place, " {}", printable(&found.pointer));
    }
    let style = if colour { ARROW } else { Style::new() };
    format!("{:gutter$}{style}-->{style:#} {place}", "")
}

/// Cuts out of the text the line where a span begins, or as much around the span as fits a terminal.
fn window(text: &str, span: &Range<usize>) -> (String, Range<usize>) {
    let start = text.floor_char_boundary(span.start);
    let (before, after) = text.split_at_checked(start).unwrap_or((text, ""));
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split(['\n', '\r']).next().unwrap_or_default();
    // A list or an object is marked by its bracket: what is wrong with it is not all that is in it.
    let end = if after.starts_with(['{', '[']) {
        start + 1
    } else {
        span.end
    };
    let length = after.floor_char_boundary(end.saturating_sub(start).min(after.len()));

    let cut_before = before
        .char_indices()
        .rev()
        .nth(LEAD)
        .map(|(at, character)| at + character.len_utf8());
    let shown_before = cut_before.map_or(before, |at| before.get(at..).unwrap_or_default());
    let room = WIDTH.saturating_sub(shown_before.chars().count());
    let cut_after = after.char_indices().nth(room).map(|(at, _)| at);
    let shown_after = cut_after.map_or(after, |at| after.get(..at).unwrap_or_default());

    let mut window = String::new();
    if cut_before.is_some() {
        window.push('…');
    }
    window.push_str(shown_before);
    let marked = window.len()..window.len() + length.min(shown_after.len());
    window.push_str(shown_after);
    if cut_after.is_some() {
        window.push('…');
    }
    (window, marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_shows_the_span_and_what_is_around_it() {
        let text = "first\n  {\"bg\": \"Велоалеи\",\r\n \"en\": 1}";
        let start = text.find("\"В").unwrap();
        let (window, marked) = window(text, &(start..text.len()));
        assert_eq!(window, "  {\"bg\": \"Велоалеи\",");
        assert_eq!(window.get(marked).unwrap(), "\"Велоалеи\",");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let text = format!("{}{}{}", "я".repeat(500), "123", "ю".repeat(500));
        let (window, marked) = window(&text, &(1000..1003));
        assert_eq!(window.get(marked).unwrap(), "123");
        assert_eq!(window.chars().count(), WIDTH + 2);
        assert!(window.starts_with("…я") && window.ends_with("ю…"));
    }

    #[test]
    fn any_span_has_a_window() {
        for (text, span) in [("", 0..0), ("я", 1..2), ("a", 5..9), ("a\n", 2..2)] {
            let (window, marked) = window(text, &span);
            assert!(window.get(marked).is_some());
        }
    }

    #[test]
    fn a_finding_is_drawn_in_both_languages() {
        let long = "Паркът е обновен с участието на жителите. ".repeat(4);
        let text = format!(
            r#"{{"id": "Park 1", "language": "bg", "description": "{long}",
  "titel": "Парк \u001b[31m", "media": [{{"url": "http://u:p@kazanlak.example/"}}, {{"url": "javascript:0"}}],
  "network": {{"members": []}}}}"#
        );
        let reading = obmen::read(text.as_bytes(), &obmen::Context::default());
        for (name, language) in [("en", Lang::En), ("bg", Lang::Bg)] {
            let drawn: Vec<String> = reading
                .report
                .iter()
                .map(|found| draw(found, "park.json", &text, language, false))
                .collect();
            insta::assert_snapshot!(format!("excerpts_{name}"), drawn.join("\n"));
        }
        let coloured = reading
            .report
            .iter()
            .map(|found| draw(found, "park.json", &text, Lang::En, true))
            .collect::<String>();
        assert!(coloured.contains("\u{1b}[1m") && !coloured.contains("\u{1b}[31m"));
    }
}
