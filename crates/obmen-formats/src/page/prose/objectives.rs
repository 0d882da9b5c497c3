//! What a practice was to achieve: the list after `Цели:` or `The objectives of the project are:`.

use super::text::{Block, Found, MOST, Sentence, Text};

const CUES: [&str; 3] = [
    "основни|основните|общи|специфични|специфичните|главни|главните? цели|целите|цел|целта и? приоритети|приоритетите|задачи|задачите? на|по? проекта|практиката|инициативата|програмата? са|бяха|е|следните?",
    "the? main|specific|general|overall? objectives|objective|goals|goal|aims|aim and? priorities|tasks? of|for? the? project|practice|initiative|programme? are|were|is? as? follows|following?",
    "проектът|практиката|инициативата|проекта има за цел|цели",
];

/// The objectives that the blocks list, in their order, none twice.
pub(crate) fn read(blocks: &[Block<'_>]) -> Vec<Found<Text>> {
    let mut out: Vec<Found<Text>> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let sentence = Sentence::new(block.piece, block.item);
        let rest = CUES.iter().find_map(|cue| {
            let rest = sentence.after(sentence.cue_at(0, cue)?);
            rest.text
                .trim_start()
                .starts_with(':')
                .then(|| rest.after_label())
                .flatten()
        });
        let Some(rest) = rest else { continue };
        if rest.is_empty() {
            let mut open = true;
            for next in blocks.iter().skip(at + 1) {
                let more = next.piece.text.ends_with(';');
                if !(next.item || (open && more) || (open && !out.is_empty())) {
                    break;
                }
                push(&mut out, next);
                open = more;
            }
        } else {
            for piece in rest.split(|c| c == ';') {
                push(&mut out, &Block { piece, item: true });
            }
        }
    }
    out
}

fn push(out: &mut Vec<Found<Text>>, block: &Block<'_>) {
    let piece = block
        .piece
        .trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ';' | '.' | ','));
    let text = Text::of(piece.text);
    if out.len() < MOST
        && text.text.chars().any(char::is_alphabetic)
        && !out.iter().any(|known| known.value == text)
    {
        out.push(Found::stated(text, piece.span()));
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::{Piece, blocks};
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        read(&blocks(Piece { text, start: 0 }))
            .into_iter()
            .map(|found| found.value.text)
            .collect()
    }

    #[test]
    fn list_items_after_a_lead_in() {
        assert_eq!(
            texts(
                "Нещо.\n\nЦелите и приоритетите на проекта са:\n\n-   Да се  подобри А;\n\n- Да се повиши Б.\n\nДруго.\n- не е цел"
            ),
            ["Да се подобри А", "Да се повиши Б"]
        );
        assert_eq!(
            texts("Objectives:\n* to do A;\n* to do B"),
            ["to do A", "to do B"]
        );
        assert_eq!(
            texts("The main objectives of the project are:\n1. To do A\n2. To do B\n\nNo."),
            ["To do A", "To do B"]
        );
        assert_eq!(
            texts("Цели: да стане А; да стане Б."),
            ["да стане А", "да стане Б"]
        );
        assert_eq!(
            texts("Цели:\nда стане А;\nда стане Б.\n\nДруго."),
            ["да стане А", "да стане Б"]
        );
    }

    #[test]
    fn talk_of_objectives_lists_none() {
        for text in [
            "Целите са постигнати.\n- нещо",
            "Цели:",
            "Дейности:\n- нещо",
            "Objectives:\n\nA plain paragraph.",
        ] {
            assert_eq!(texts(text), Vec::<String>::new(), "{text}");
        }
    }
}
