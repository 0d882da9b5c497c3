// Written by generate.mjs from docs/obmen.schema.json and the table of rules; never edit it.

/** A text by language: BCP 47 tag to text. */
export type LocalisedText = { [language: string]: string };

/** A year, a month or a day (ISO 8601), as far as it is known. */
export type PartialDate = string;

/** A practice of local government: what was done, with its background, its initiator, its partner network and its results. */
export interface Practice<Text = LocalisedText> {
  /** The version of this format; 1. */
  format?: number;
  /** The record's own name in its register: lower-case letters, digits and hyphens. */
  id?: string;
  /** The language of the record, which its bare strings take. */
  language?: string;
  /** Where the record comes from. */
  source?: Source;
  /** How far its publication is. */
  status?: PracticeStatus | (string & {});
  /** The practice's name. */
  title?: Text;
  /** The practice in a few sentences. */
  summary?: Text;
  /** What it is about, as words of the register's vocabulary. */
  themes?: string[];
  /** For whom it was done. */
  audience?: Text;
  /** Where it happened. */
  territories?: string[];
  /** When it happened. */
  period?: Period;
  /** The state of affairs before it, and why it was begun. */
  background?: Text;
  /** What was done. */
  description?: Text;
  /** What it was to reach. */
  objectives?: Text[];
  /** The organisation that started it. */
  initiator?: Organisation<Text>;
  /** The organisations that carried it out together. */
  network?: Network<Text>;
  /** What came of it. */
  results?: Results<Text>;
  /** The project that paid for it. */
  project?: Project<Text>;
  /** What it won. */
  awards?: Award<Text>[];
  /** Pages, pictures and films about it. */
  media?: MediaLink[];
  /** The person or account that published the page. */
  innovator?: Innovator;
  /** When the page was published. */
  published?: PartialDate;
  /** When the page was last changed. */
  modified?: PartialDate;
  /** The id of the record that this one was merged into. */
  replaced_by?: string;
  /** The licence of the texts: an SPDX name or an address. */
  licence?: string;
  /** How many nominations the source claims, as of its retrieval; never added to counts of a log. */
  stated_nominations?: number;
}

/** The register that a record was taken from. */
export interface Source {
  /** The short name of the register, such as `flgr`. */
  register?: string;
  /** Who publishes the register. */
  publisher?: string;
  /** The record's key there. */
  key?: string;
  /** The record's printed number there, such as `20070736`. */
  number?: string;
  /** The page's address. */
  url?: string;
  /** When it was fetched. */
  retrieved?: PartialDate;
}

/** A time from a first to a last day; open where one is absent. */
export interface Period {
  /** The first day, as far as it is known. */
  start?: PartialDate;
  /** The last day, as far as it is known. */
  end?: PartialDate;
}

/** An organisation: an office, a company, an association. */
export interface Organisation<Text = LocalisedText> {
  /** Its name, as written. */
  name?: Text;
  /** What sort of organisation it is. */
  kind?: OrganisationKind | (string & {});
  /** Its numbers in registers. */
  identifiers?: Identifier[];
  /** The country where it sits. */
  country?: string;
  /** Where it sits, as the code of its NUTS region or municipality. */
  territory?: string;
  /** How to reach it. */
  contact?: Contact;
  /** Its own site. */
  website?: string;
}

/** The organisations that carried a practice out together. */
export interface Network<Text = LocalisedText> {
  /** The region that the network says it covers. */
  territory?: string;
  /** One membership a row: an organisation may be lead and funder, never partner twice. */
  members?: Member<Text>[];
}

/** What came of a practice. */
export interface Results<Text = LocalisedText> {
  /** The results in words. */
  narrative?: Text;
  /** The results one by one. */
  items?: ResultItem<Text>[];
}

/** The project within which a practice was carried out. */
export interface Project<Text = LocalisedText> {
  /** Its name. */
  name?: Text;
  /** The programme that it belongs to. */
  programme?: Text;
  /** Its number or contract. */
  number?: string;
  /** What it cost. */
  budget?: Budget;
}

/** A prize that a practice won. */
export interface Award<Text = LocalisedText> {
  /** Its name. */
  name?: Text;
  /** Which time it was given, such as `2013`. */
  edition?: string;
  /** The category. */
  category?: Text;
  /** The place reached, from 1. */
  place?: number;
}

/** A page, picture or film about a practice. */
export interface MediaLink {
  /** Its address. */
  url?: string;
  /** What lies there. */
  kind?: MediaLinkKind | (string & {});
}

/** The person or account that published a page; often a login name. */
export interface Innovator {
  /** The name shown. */
  name?: string;
  /** The contact block of the page, which is the innovator's and not the organisation's. */
  contact?: Contact;
}

/** A number of an organisation in a register. */
export interface Identifier {
  /** The register: an org-id.guide prefix such as `BG-EIK`. */
  scheme?: string;
  /** The number there; leading zeros count. */
  value?: string;
}

/** How to reach a person or an organisation. Personal data: it leaves in a derived format only when asked for. */
export interface Contact {
  /** The person's name. */
  person?: string;
  /** The person's position. */
  position?: string;
  /** The postal address. */
  address?: string;
  /** The telephone number, as written. */
  phone?: string;
  /** The fax number, as written. */
  fax?: string;
  /** The e-mail address. */
  email?: string;
  /** The web address. */
  url?: string;
}

/** An organisation's place in a network. */
export interface Member<Text = LocalisedText> {
  /** Its role. */
  role?: Role | (string & {});
  /** Who it is. */
  organisation?: "initiator" | Organisation<Text>;
  /** The contract that ties a contractor to the network. */
  agreement?: Agreement<Text>;
  /** Since when. */
  since?: PartialDate;
  /** Until when. */
  until?: PartialDate;
}

/** One result. */
export interface ResultItem<Text = LocalisedText> {
  /** Its place on the results chain. */
  kind?: ResultItemKind | (string & {});
  /** What it is. */
  title?: Text;
  /** Whether it was reached. */
  state?: ResultItemState;
  /** How it is measured. */
  indicator?: Indicator;
  /** Where it can be seen. */
  evidence?: string[];
}

/** An amount of money. */
export interface Budget {
  /** How much. */
  amount?: number;
  /** The currency, ISO 4217, such as `EUR`. */
  currency?: string;
}

/** A contract between a member and another party. */
export interface Agreement<Text = LocalisedText> {
  /** The other party. */
  with?: "initiator" | Organisation<Text>;
  /** What was agreed. */
  subject?: Text;
}

/** A measure of a result. */
export interface Indicator {
  /** What is counted. */
  unit?: IndicatorUnit | (string & {});
  /** The figure before. */
  baseline?: number;
  /** The figure to be reached. */
  target?: number;
  /** The figure reached. */
  actual?: number;
  /** The time that the figures are for. */
  period?: Period;
}

/** The words that obmen knows for `status` of a practice. */
export type PracticeStatus = "draft" | "published" | "archived" | "withdrawn";

/** The words that obmen knows for `kind` of an organisation. */
export type OrganisationKind = "civil-society" | "company" | "district-administration" | "ministry" | "municipal-council" | "municipality" | "public-body" | "school" | "university";

/** The words that obmen knows for `kind` of a link. */
export type MediaLinkKind = "article" | "audio" | "document" | "image" | "presentation" | "video" | "website";

/** The words that obmen knows for `role` of a member. */
export type Role = "lead" | "partner" | "contractor" | "funder" | "supporter";

/** The words that obmen knows for `kind` of a result. */
export type ResultItemKind = "output" | "outcome" | "impact";

/** The words that obmen knows for `state` of a result. */
export type ResultItemState = "expected" | "achieved";

/** The words that obmen knows for `unit` of an indicator. */
export type IndicatorUnit = "copy" | "decare" | "event" | "hectare" | "hour" | "issue" | "item" | "kilometre" | "metre" | "percent" | "person";

/** The code of a rule; stable for ever. `obmen/rules.json` says what each looks for, and why. */
export type RuleCode =
  | "shape/not-json" // this is not JSON: {reason}
  | "shape/bad-encoding" // the text is not UTF-8 from byte {offset} on
  | "shape/wrong-type" // expected {expected}, found {found}
  | "shape/bad-value" // `{value}` is not {expected}
  | "shape/null" // `null` counts as absent
  | "shape/unknown-field" // unknown field `{field}`
  | "shape/duplicate-field" // the field `{field}` stands here more than once
  | "shape/too-deep" // nested deeper than {limit} levels
  | "shape/too-large" // {size} {unit} are more than the {limit} that are allowed here
  | "shape/too-many-faults" // {n} more {n|fault|faults} {n|was|were} found; the report stops at {limit}
  | "text/empty" // the text is empty
  | "text/too-long" // the text has {size} {unit}, more than the {limit} that are allowed
  | "text/missing-language" // nobody says in which language this text is
  | "text/control-character" // the text has {count} control {count|character|characters} ({count|it|the first} is {code})
  | "text/bidi-control" // invisible characters turn the direction of this text
  | "text/zero-width" // the text has {count} invisible {count|character|characters}
  | "text/mixed-script" // {count} {count|word has|words have} letters of another script: `{words}`
  | "text/not-normalised" // some letters of this text are put together of pieces
  | "text/markup" // the text has markup, such as `{markup}`
  | "text/wrong-language" // the text is tagged `{language}` but is in {found}
  | "text/placeholder" // `{text}` only keeps the place of a text
  | "text/same-in-two-languages" // the same text stands under `{first}` and `{second}`
  | "text/language-tag" // `{tag}` is not the tag of a language
  | "text/language-tag-form" // the tag `{tag}` is usually written `{better}`
  | "text/personal-number" // this looks like a person's number: {what}
  | "practice/missing-id" // the record has no id
  | "practice/bad-id" // `{id}` is no id
  | "practice/missing-title" // the practice has no title
  | "practice/missing-description" // the practice is not described
  | "practice/missing-initiator" // nobody is named as initiator
  | "practice/missing-publication-date" // it is not known when the page was published
  | "practice/future-publication" // the publication date {date} is after today, {today}
  | "practice/period-reversed" // the period ends ({end}) before it begins ({start})
  | "practice/format-version" // the record is in format `{format}`, and this reader knows format {known}
  | "practice/missing-background" // it is not said why the practice was begun
  | "practice/missing-results" // it is not said what came of the practice
  | "practice/placeholder-date" // {date} is what programs write when they know no date
  | "practice/unknown-theme" // `{theme}` is not in the vocabulary of themes
  | "practice/unknown-status" // `{status}` is no known status
  | "practice/unknown-currency" // `{currency}` is no code of a currency
  | "practice/duplicate-objective" // this objective is number {first} already
  | "practice/login-innovator" // `{name}` looks like a login name, not like a person
  | "organisation/missing-name" // the organisation has no name
  | "organisation/unknown-territory" // no territory has the code `{code}`
  | "organisation/retired-territory" // the code `{code}` left NUTS after the version {last}
  | "organisation/unknown-country" // `{country}` is not the code of a country
  | "organisation/kind-territory-mismatch" // `{territory}` is the code of {level}, and the organisation is {kind}
  | "organisation/unknown-kind" // `{kind}` is no known kind of organisation
  | "organisation/person-as-organisation" // `{name}` is the name of a person
  | "organisation/no-contact" // nothing tells how to reach the initiator
  | "organisation/unknown-scheme" // `{scheme}` is no code of a register
  | "organisation/identifier-format" // `{value}` is no number of `{scheme}`: {reason}
  | "organisation/identifier-checksum" // the check digits of `{value}` are wrong for `{scheme}`
  | "organisation/country-mismatch" // `{value}` is of `{place}`, and the organisation's country is `{country}`
  | "organisation/phone" // `{value}` cannot be dialled: {reason}
  | "organisation/email" // `{value}` is not an e-mail address: {reason}
  | "network/no-lead" // no member of the network leads it
  | "network/several-leads" // a second member leads the network
  | "network/duplicate-membership" // the same organisation is `{role}` in row {first} already
  | "network/initiator-conflict" // this copy of the initiator differs from the initiator
  | "network/outside-territory" // this member sits in {territory}, outside the network's {region}
  | "network/contractor-as-partner" // this partner works under a contract
  | "network/unknown-role" // `{role}` is no known role
  | "network/initiator-not-member" // the initiator is no member of the network
  | "network/alone" // the network has one member only
  | "results/negative-quantity" // the quantity {quantity} is below zero
  | "results/quantity-precision" // `{number}` has more digits than numbers in JSON keep
  | "results/actual-without-unit" // {actual} of what?
  | "results/duplicate-item" // this result is number {first} already
  | "results/period-outside-practice" // these figures are for {period}, and the practice for {practice}
  | "link/malformed" // `{url}` is no address: {reason}
  | "link/scheme" // the scheme `{scheme}` is not one of the web
  | "link/credentials" // the address holds a user name or a password
  | "link/local-host" // `{host}` is reached from inside one network only
  | "link/duplicate" // this link is number {first} already
  | "link/look-alike-host" // the host `{host}` can be taken for another by its letters
  | "link/off-topic" // nothing in the address on `{host}` recalls the words of the practice
  | "nomination/entry-too-large" // the entry has {size} bytes; at most {limit} are taken
  | "nomination/entry-not-json" // the entry is no object of JSON: {reason}
  | "nomination/entry-unknown-field" // an entry of this kind has no field `{field}`
  | "nomination/entry-missing-field" // the entry has no `{field}`
  | "nomination/entry-duplicate-field" // `{field}` stands twice in the entry
  | "nomination/entry-bad-value" // `{field}` is {value}, and must be {expected}
  | "nomination/entry-not-canonical" // the entry is not in canonical form
  | "nomination/policy-not-read" // this is no policy: {reason}
  | "nomination/policy-bad-value" // `{field}` of the policy is outside its range
  | "page/no-section" // this is no page of an exchange: it has neither background, practice nor results
  | "page/unread-text" // nothing was made of the text `{text}`
  | "page/unread-value" // `{value}` could not be read
  | "catalogue/duplicate-id" // the id `{id}` is that of record {first} already
  | "nomination/challenge-too-large" // the answer has {size} bytes; at most {limit} are taken
  | "nomination/challenge-not-read" // the answer to the challenge cannot be read: {reason}
  | "nomination/challenge-unknown-field" // `{field}` is no field of a challenge
  | "nomination/challenge-missing-field" // the answer has no `{field}`
  | "nomination/challenge-duplicate-field" // `{field}` stands twice in the answer
  | "nomination/challenge-field-order" // `{field}` stands before its place
  | "nomination/challenge-bad-value" // `{field}` of the answer must be {expected}
  | "nomination/challenge-upper-case-hex" // `{field}` is written in capital letters
  | "nomination/challenge-key-signature" // a challenge that signs its key is not taken
  | "nomination/challenge-empty-prefix" // a challenge with an empty prefix asks for no work
  | "nomination/challenge-zero-cost" // a challenge of cost 0 asks for no work
  | "nomination/challenge-without-expiry" // a challenge without a time of expiry is not taken
  | "nomination/challenge-too-long-lived" // the challenge expires in {seconds} seconds; at most {limit} are taken
  | "nomination/challenge-counter" // the counter is no whole number from 0 to 4294967295
  | "nomination/challenge-underived-key" // the key is not derived from the challenge and the counter
  | "nomination/challenge-no-work" // the key does not begin as the challenge asks
  | "nomination/token-not-read" // this is no link or code of this exchange
  | "nomination/wrong-code" // the code is not the one that was shown or sent
  | "nomination/other-site" // this was given out by another site
  | "nomination/other-practice" // this was given out for another practice
  | "nomination/other-edition" // this was given out for another edition
  | "nomination/other-action" // this was given out for another purpose
  | "nomination/expired" // this expired {seconds} {seconds|second|seconds} ago
  | "nomination/unknown-key" // no key of the id `{key}` is known here
  | "nomination/bad-signature" // the signature does not fit
  | "nomination/replayed" // this has been used already
  | "nomination/nonces-full" // too many votes are being cast at once
  | "nomination/request-too-large" // the request has {size} bytes; at most {limit} are taken
  | "nomination/request-not-read" // the request cannot be read: {reason}
  | "nomination/request-missing-field" // the request has no `{field}`
  | "nomination/request-unknown-field" // the request has no place for `{field}`
  | "nomination/request-duplicate-field" // the request has `{field}` twice
  | "nomination/request-bad-value" // `{field}` of the request must be {expected}
  | "nomination/not-identified" // the site has not identified the person
  | "nomination/bad-subject" // the voter's identity has {size} bytes, and must have {least} to {most}
  | "nomination/bad-key" // the key `{key}` cannot be used: {reason}
  | "nomination/keys-not-read" // these are no keys: see line {line}, column {column}
  | "nomination/keys-of-other-edition" // the keys of the scope are of the edition `{edition}`, and the policy is of `{expected}`
  | "nomination/keys-destroyed" // the keys of the scope were destroyed after the edition `{edition}`
  | "nomination/appeals-open" // the votes of this edition can be disputed until {hour}
  | "nomination/rekeyed" // the keys of the site were changed while the vote was on its way
  | "nomination/clock-behind" // the clock is {seconds} {seconds|second|seconds} behind the last entry
  | "nomination/not-open-yet" // this edition takes votes from {hour}
  | "nomination/closed" // this edition took votes until {hour}
  | "nomination/unknown-practice" // no practice `{practice}` takes part here
  | "nomination/practice-closed" // the practice `{practice}` takes no votes
  | "nomination/own-practice" // who carried a practice out does not vote for it
  | "nomination/class-not-taken" // votes of the class `{class}` are not taken in this edition
  | "nomination/too-many" // too many attempts from here in this hour
  | "nomination/duplicate" // you have voted for this practice already
  | "nomination/unconfirmed" // the vote counts once the link or the code that was sent is used
  | "nomination/unknown-vote" // this log holds no vote `{leaf}`, or no longer
  | "nomination/wrong-withdrawal" // this is not the secret by which the vote can be taken back
  | "nomination/still-open" // this edition takes votes until {hour}
  | "nomination/log-bad-key" // this is no key of a log or a witness: {reason}
  | "nomination/log-note-not-read" // the signed note cannot be read: {reason}
  | "nomination/log-not-signed" // no key that is known of `{key}` has signed this
  | "nomination/log-wrong-signature" // the signature of `{key}` is of something else
  | "nomination/log-checkpoint-not-read" // the note is no checkpoint: {reason}
  | "nomination/log-other-origin" // this is of the log `{origin}`, and not of `{expected}`
  | "nomination/log-proof-not-read" // the proof cannot be read: {reason}
  | "nomination/log-not-included" // the proof does not show this entry at place {index} of {size}
  | "nomination/log-inconsistent" // the proof does not show that the log of {size} {size|entry|entries} extends the checkpoint of {older}
  | "nomination/log-bad-entry" // line {line} of the log breaks the rule `{rule}`
  | "nomination/log-foreign-entry" // line {line} is an entry of the log `{origin}`, and not of `{expected}`
  | "nomination/log-out-of-order" // line {line} has the entry {seq}, and entry {expected} comes later
  | "nomination/log-removed-entry" // line {line} has the entry {seq}, and entry {expected} is not there
  | "nomination/log-misnumbered-entry" // line {line} says that it is entry {seq}, and stands in the place of entry {expected}
  | "nomination/log-repeated-entry" // line {line} has the entry {seq} once more
  | "nomination/log-truncated" // the log has {lines} {lines|entry|entries}, and its checkpoint is of {size}
  | "nomination/log-unproven" // the log has {lines} {lines|entry|entries}, and its checkpoint is of only {size}
  | "nomination/log-other-root" // the checkpoint is of other entries than the {size} of this log
  | "nomination/witness-request-not-read" // the request to the witness cannot be read: {reason}
  | "nomination/witness-other-size" // the proof begins at the size {old}, and the witness has seen {seen}
  | "nomination/witness-stale-checkpoint" // the checkpoint is of {size} {size|entry|entries}, and the witness has already seen {seen}
  | "nomination/witness-fork" // the log has signed another tree of {size} {size|entry|entries} than the one that the witness has cosigned
  | "nomination/witness-inconsistent" // the proof does not show that the tree of {size} {size|entry|entries} extends the one of {seen} that the witness has seen
  | "nomination/witness-not-begun" // nothing is remembered here of what the witness has seen
  | "nomination/witness-begun-already" // the witness remembers here what it has seen, and does not begin anew
  | "nomination/trust-unknown-log" // no key of the log `{origin}` is known here
  | "nomination/trust-not-read" // line {line} of the trust policy cannot be read: {reason}
  | "nomination/trust-wrong-type" // the key `{key}` is not {expected}
  | "nomination/trust-duplicate-key" // the key `{key}` is there already, perhaps under another name
  | "nomination/trust-own-witness" // the witness `{witness}` is the log `{origin}` itself
  | "nomination/trust-quorum-not-met" // too few witnesses have cosigned the checkpoint; missing: {missing}
  | "nomination/log-not-begun" // no log was begun here
  | "nomination/log-begun-already" // a log was begun here, and does not begin anew
  | "nomination/log-locked" // another process has the log open
  | "nomination/log-io" // `{file}` cannot be read or written: {reason}
  | "nomination/log-poisoned" // the log takes nothing more since a write failed
  | "nomination/log-damaged" // `{file}` is not as it was written, by the rule `{rule}`
  | "nomination/log-other-key" // `{key}` is not the key of the log, which is `{expected}`
  | "nomination/log-restored" // a checkpoint of {seen} {seen|entry|entries} was seen, and this copy with {size} does not continue it
  | "nomination/log-not-void" // no entry of this log voids `{leaf}`
  | "nomination/nonces-damaged" // the file `nonces` is not as it was written from line {line} on
  | "nomination/tally-superseded" // vote {seq} of `{origin}` is of a person whose vote {other} of `{site}` counts
  | "nomination/tally-voided" // entry {other} takes back vote {seq} of `{origin}`
  | "nomination/tally-withdrawn" // the voter withdrew vote {seq} of `{origin}` by entry {other} of `{site}`
  | "nomination/tally-fork" // entry {seq} of `{origin}` does not count: the log has shown two different entries at place {other}
  | "nomination/tally-after-closing" // vote {seq} of `{origin}` stands after entry {other}, which closed its edition
  | "nomination/tally-backdated" // vote {seq} of `{origin}` bears an hour before that of entry {other}, which closed its edition, and stands after it
  | "nomination/tally-hour-back" // vote {seq} of `{origin}` bears an hour before that of entry {other}, which stands before it
  | "nomination/tally-second-closing" // entry {seq} of `{origin}` closes an edition that entry {other} has closed
  | "nomination/tally-closing-mismatch" // entry {seq} of `{origin}` closes `{edition}` with {stated} {stated|vote|votes}, and its result is not that of this count, which has {counted}
  | "nomination/tally-outside-policy" // vote {seq} of `{origin}` has a class, a scope or an hour that the policy of its edition does not allow
  | "nomination/tally-redacted" // entry {seq} of `{origin}` was redacted, and no entry voids it
  | "nomination/tally-void-not-own" // entry {seq} of `{origin}` voids what is no vote of that log
  | "nomination/tally-taken-back-early" // entry {seq} of `{origin}` takes back vote {other}, which comes only after it
  | "nomination/tally-wrong-token" // entry {seq} of `{origin}` withdraws vote {other} of `{site}` with a secret that is not of that vote
  | "nomination/tally-taken-back-already" // entry {seq} of `{origin}` takes back vote {other} of `{site}`, which another entry takes back
  | "nomination/tally-withdrawal-unmatched" // entry {seq} of `{origin}` withdraws a vote that none of these logs shows
  | "nomination/tally-several-scopes" // `{edition}` has votes of {scopes} scopes: the sum is one of votes, not of persons
  | "nomination/tally-several-policies" // `{edition}` is the name of {policies} editions with different policies, which are not summed
  | "nomination/tally-mismatch" // the source states {stated} {stated|nomination|nominations} of `{practice}`, and the logs count {counted} in `{edition}`
;
