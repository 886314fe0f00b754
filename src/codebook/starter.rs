//! The codebook to begin with.

use super::{Codebook, Colour, FieldDef, FieldKind, Label, Rule, Subject};

impl Codebook {
    /// The codebook to begin with: who says what in the news.
    #[must_use]
    pub fn starter() -> Codebook {
        Codebook {
            name: "Claims and sources".into(),
            version: 1,
            rules: vec![claim(), source(), cue()],
            labels: labels(),
            fields: fields(),
        }
    }
}

fn claim() -> Rule {
    Rule {
        subject: Subject::Claim,
        definition: "Something the article says is so, on somebody’s word or on nobody’s.".into(),
        when: "Mark the whole statement, in the words of the article: what is said, without who says it and without “said”. \
               If “he said” stands in the middle, mark both halves as one claim in two pieces."
            .into(),
        when_not: "Not a question, a wish or a greeting, and not what the reporter saw happen, such as “the meeting ended at nine”."
            .into(),
        examples: texts(&[
            "[The bridge is unsafe], one engineer said.",
            "“[The money was there],” she said, “[and nobody spent it].”",
        ]),
    }
}

fn source() -> Rule {
    Rule {
        subject: Subject::Source,
        definition: "The words that name or describe who makes a claim: a person, an organisation or a document.".into(),
        when: "Mark each place where the article speaks of the one who says it, with the role that stands beside the name. \
               “He” and “the report” are mentions of somebody named before: give them to that voice."
            .into(),
        when_not: "Not somebody who is only talked about. A minister whose plan is criticised is no source of the criticism."
            .into(),
        examples: texts(&[
            "[Ilse Varga, who runs the harbour office], denied it.",
            "[Two people who have seen the letter] said it was never sent.",
        ]),
    }
}

fn cue() -> Rule {
    Rule {
        subject: Subject::Cue,
        definition: "The word that ties a claim to the one who makes it.".into(),
        when: "Mark the verb with what belongs to it, or the words that do its work: “according to”, “in the view of”.".into(),
        when_not: "Not a verb of doing: “the court closed the case” reports no words.".into(),
        examples: texts(&["The ministry [had warned] that it would rain in.", "[According to] the survey, most had left."]),
    }
}

fn labels() -> Vec<Label> {
    let label = |name: &str, colour, key, definition: &str, examples: [&str; 2]| Label {
        name: name.into(),
        colour,
        key: Some(key),
        definition: definition.into(),
        examples: texts(&examples),
    };
    vec![
        label(
            "Background",
            Colour::Blue,
            'e',
            "Told to explain, and known before this story; nobody here vouches for it.",
            ["The harbour was dredged in the nineties.", "Pensions there are paid by the regions."],
        ),
        label(
            "Opinion",
            Colour::Orange,
            'i',
            "A judgement nobody could check, even with all the papers on the table.",
            ["It was a shabby way to treat a friend.", "The new hall is far too loud."],
        ),
        label(
            "Unclear who speaks",
            Colour::Pink,
            'w',
            "Two voices are possible, or the sentence hides who says it.",
            ["There were fears that the wall would not hold.", "It is understood that talks have ended."],
        ),
        label(
            "Check this",
            Colour::Yellow,
            'q',
            "Should be looked up before anyone relies on it.",
            ["The fine was the largest ever given.", "Four in ten ferries ran late."],
        ),
    ]
}

fn fields() -> Vec<FieldDef> {
    vec![
        FieldDef {
            name: "On the record".into(),
            definition: "Does the source let its own name stand with these words?".into(),
            kind: FieldKind::YesNo,
        },
        FieldDef {
            name: "Topic".into(),
            definition: "What the claim is about, whatever the story is about.".into(),
            kind: FieldKind::Choice(texts(&[
                "Politics",
                "Money",
                "Health",
                "Environment",
                "Justice",
                "Other",
            ])),
        },
    ]
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starter_keeps_its_own_limits_and_explains_everything() {
        let starter = Codebook::starter();
        assert_eq!(starter.check(), Ok(()));
        assert_eq!(starter.rules.iter().map(|rule| rule.subject).collect::<Vec<_>>(), Subject::ALL);
        for rule in &starter.rules {
            assert!(![&rule.definition, &rule.when, &rule.when_not].iter().any(|text| text.is_empty()));
            assert_eq!(rule.examples.len(), 2);
        }
        for label in &starter.labels {
            assert!(label.key.is_some() && !label.definition.is_empty() && label.examples.len() == 2);
        }
    }
}
