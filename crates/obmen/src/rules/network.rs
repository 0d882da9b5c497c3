//! `network/`: who worked with whom, in which role.

use crate::check::walk::{Walk, test};
use crate::check::{Operation, Safety};
use crate::model::{Member, Network, Party, Role};
use crate::rules::parties::{Roll, are_namesakes, may_repeat};
use crate::rules::words::with_meant;
use crate::value::Json;
use crate::value::territory::Territory;

crate::rules! {
    NO_LEAD {
        code: "network/no-lead",
        severity: Warning,
        since: 1,
        absence: true,
        judges: Network(no_lead),
        message: { en: "no member of the network leads it", bg: "никой член на мрежата не я води" },
        help: { en: "give one member the role `lead`", bg: "дайте на един от членовете ролята `lead`" },
        why: {
            en: "Whoever wants to repeat a practice asks the one who led it.",
            bg: "Който иска да повтори практиката, пита онзи, който я е водил.",
        }
    }
    SEVERAL_LEADS {
        code: "network/several-leads",
        severity: Warning,
        since: 1,
        judges: Network(several_leads),
        message: { en: "a second member leads the network", bg: "още един член води мрежата" },
        help: { en: "leave the role `lead` to one member and make the others `partner`", bg: "оставете ролята `lead` на един член, а останалите направете `partner`" },
        why: {
            en: "One organisation signs for a network. Two leads are usually one lead copied, or a lead and the initiator.",
            bg: "За мрежата подписва една организация. Двама водещи обикновено са един преписан водещ или водещ и инициатор.",
        }
    }
    DUPLICATE_MEMBERSHIP {
        code: "network/duplicate-membership",
        severity: Error,
        since: 1,
        judges: Repeats(duplicate_membership),
        message: { en: "the same organisation is `{role}` in row {first} already", bg: "същата организация вече е `{role}` на ред {first}" },
        help: { en: "write each membership once; the same organisation may have several roles", bg: "запишете всяко членство веднъж; една организация може да има няколко роли" },
        fix: { en: "take the second row away", bg: "махнете втория ред" },
        why: {
            en: "A row is a membership. One that stands twice counts an organisation twice in every figure about networks. Rows count from 0, as pointers do.",
            bg: "Един ред е едно членство. Повтореното членство брои организацията два пъти във всяка справка за мрежи. Редовете се броят от 0, както в указателите.",
        }
    }
    INITIATOR_CONFLICT {
        code: "network/initiator-conflict",
        severity: Error,
        since: 1,
        judges: Repeats(initiator_conflict),
        message: { en: "this copy of the initiator differs from the initiator", bg: "това копие на инициатора се различава от инициатора" },
        help: { en: "write the word `initiator` here, and the organisation once, in the field `initiator`", bg: "запишете тук думата `initiator`, а самата организация само веднъж, в полето `initiator`" },
        fix: { en: "point to the initiator", bg: "посочете инициатора" },
        why: {
            en: "What is written twice is corrected once. A member that is the initiator says so by the word `initiator`.",
            bg: "Написаното два пъти се поправя веднъж. Член, който е инициаторът, го казва с думата `initiator`.",
        }
    }
    OUTSIDE_TERRITORY {
        code: "network/outside-territory",
        severity: Warning,
        since: 1,
        judges: Network(outside_territory),
        message: { en: "this member sits in {territory}, outside the network's {region}", bg: "този член се намира в {territory}, извън територията на мрежата {region}" },
        help: { en: "correct the territory of the member or of the network", bg: "поправете територията на члена или на мрежата" },
        why: {
            en: "A network that says which region it covers has its leads and partners of that country there. Contractors, funders and partners from abroad may sit elsewhere.",
            bg: "Когато мрежата казва кой район покрива, нейните водещи и партньори от същата държава са в него. Изпълнители, финансиращи и чуждестранни партньори могат да бъдат другаде.",
        }
    }
    CONTRACTOR_AS_PARTNER {
        code: "network/contractor-as-partner",
        severity: Error,
        since: 1,
        judges: Network(contractor_as_partner),
        message: { en: "this partner works under a contract", bg: "този партньор работи по договор" },
        help: { en: "give it the role `contractor`, or take the agreement away", bg: "дайте му ролята `contractor` или махнете договора" },
        why: {
            en: "A contractor is paid for a service and is no partner. Networks are compared by their partners.",
            bg: "Изпълнителят получава плащане за услуга и не е партньор. Мрежите се сравняват по партньорите си.",
        }
    }
    UNKNOWN_ROLE {
        code: "network/unknown-role",
        severity: Hint,
        since: 2,
        judges: Network(unknown_role),
        message: { en: "`{role}` is no known role", bg: "`{role}` не е позната роля" },
        help: { en: "use `lead`, `partner`, `contractor`, `funder` or `supporter`", bg: "използвайте `lead`, `partner`, `contractor`, `funder` или `supporter`" },
        fix: { en: "write `{meant}`", bg: "запишете `{meant}`" },
        why: {
            en: "The set is open: any word is kept. But networks are compared by the roles that all registers know, and a member with another one is left out.",
            bg: "Наборът е отворен: всяка дума се пази. Но мрежите се сравняват по ролите, които всички регистри познават, и член с друга роля остава извън сметката.",
        }
    }
    INITIATOR_NOT_MEMBER {
        code: "network/initiator-not-member",
        severity: Warning,
        since: 2,
        judges: Network(initiator_not_member),
        message: { en: "the initiator is no member of the network", bg: "инициаторът не е член на мрежата" },
        help: { en: "add a member whose `organisation` is `initiator`, with its role", bg: "добавете член с `organisation`: `initiator` и неговата роля" },
        fix: { en: "add the initiator to the members", bg: "добавете инициатора към членовете" },
        why: {
            en: "The network is made of those who carried the practice out, and who started it is nearly always among them. Left out, the initiator is missing from every figure about networks.",
            bg: "Мрежата се състои от онези, които са осъществили практиката, и инициаторът почти винаги е сред тях. Пропуснат ли е, той липсва във всяка справка за мрежи.",
        }
    }
    ALONE {
        code: "network/alone",
        severity: Warning,
        since: 2,
        judges: Network(alone),
        message: { en: "the network has one member only", bg: "мрежата има само един член" },
        help: { en: "name the partners, or leave the network out", bg: "посочете партньорите или пропуснете мрежата" },
        why: {
            en: "One organisation is no network. Usually the others stand only in the text, where nobody counts them.",
            bg: "Една организация не е мрежа. Обикновено останалите са споменати само в текста, където никой не ги брои.",
        }
    }
}

/// Returns each member with its place in the record's array.
fn members<'a, 'n, 't>(
    network: &'n Network<'t>,
) -> impl Iterator<Item = (usize, &'n Member<'t>)> + 'a
where
    'n: 'a,
    't: 'n,
{
    network.kept.places("members", &network.members)
}

fn no_lead<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    if !network.members.is_empty()
        && !network
            .members
            .iter()
            .any(|member| member.role == Some(Role::Lead))
    {
        walk.find(&NO_LEAD).at("members").report();
    }
}

fn several_leads<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    for (place, _) in members(network)
        .filter(|(_, member)| member.role == Some(Role::Lead))
        .skip(1)
    {
        walk.find(&SEVERAL_LEADS)
            .at("members")
            .at(place)
            .at("role")
            .report();
    }
}

fn duplicate_membership<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    let initiator = walk.practice().initiator.as_ref();
    let mut roll = Roll::new();
    for (place, member) in members(network) {
        let (Some(role), Some(party)) = (&member.role, &member.organisation) else {
            continue;
        };
        let Some((first, original)) = roll.find(party, initiator, role.as_str()) else {
            roll.remember(party, initiator, role.as_str(), (place, member));
            continue;
        };
        let known = original
            .organisation
            .as_ref()
            .and_then(|known| known.resolve(initiator));
        if let (Some(known), Some(this)) = (known, party.resolve(initiator))
            && are_namesakes(known, this)
        {
            continue;
        }
        let finding = walk
            .find(&DUPLICATE_MEMBERSHIP)
            .at("members")
            .at(place)
            .with("role", role.as_str())
            .with("first", first);
        // Only a row that says nothing new may go unasked.
        let finding = if member == original {
            finding.remove(Safety::Certain, Json::of(member))
        } else {
            finding
        };
        finding.report();
    }
}

fn initiator_conflict<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    let Some(initiator) = walk.practice().initiator.as_ref() else {
        return;
    };
    let mut roll = Roll::new();
    roll.remember(&Party::Initiator, Some(initiator), "", ());
    for (place, member) in members(network) {
        let Some(party @ Party::Organisation(copy)) = &member.organisation else {
            continue;
        };
        if **copy != *initiator && roll.find(party, None, "").is_some() {
            walk.find(&INITIATOR_CONFLICT)
                .at("members")
                .at(place)
                .at("organisation")
                .replace(
                    Safety::Suggested,
                    Json::of(&**copy),
                    Some(Json::from("initiator")),
                )
                .report();
        }
    }
}

fn outside_territory<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    let Some(region) = network.territory.as_deref().and_then(Territory::by_code) else {
        return;
    };
    let initiator = walk.practice().initiator.as_ref();
    for (place, member) in members(network) {
        if !matches!(member.role, Some(Role::Lead | Role::Partner)) {
            continue;
        }
        let seat = member
            .organisation
            .as_ref()
            .and_then(|party| party.resolve(initiator)?.territory.as_deref());
        // What lies in a region begins with its code.
        let Some(seat) = seat.filter(|seat| !seat.starts_with(region.code)) else {
            continue;
        };
        // A code that the tables do not know is another rule's matter; partners from abroad may sit anywhere.
        let Some(seat) = Territory::by_code(seat) else {
            continue;
        };
        if seat.country() == region.country() && region.is_apart_from(seat) {
            walk.find(&OUTSIDE_TERRITORY)
                .at("members")
                .at(place)
                .with("territory", seat.code)
                .with("region", region.code)
                .report();
        }
    }
}

fn contractor_as_partner<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    let has_contractor =
        |member: &Member<'_>| member.role == Some(Role::Contractor) || member.agreement.is_some();
    if !network.members.iter().any(has_contractor) {
        return;
    }
    let initiator = walk.practice().initiator.as_ref();
    let mut contractors = Roll::new();
    if may_repeat(network, initiator) {
        let hired = network.members.iter();
        for member in hired.filter(|member| member.role == Some(Role::Contractor)) {
            if let Some(party) = &member.organisation {
                contractors.remember(party, initiator, "", ());
            }
        }
    }
    for (place, member) in members(network).filter(|(_, member)| member.role == Some(Role::Partner))
    {
        let is_hired = || {
            let party = member.organisation.as_ref()?;
            contractors.find(party, initiator, "")
        };
        if member.agreement.is_some() || (!contractors.is_empty() && is_hired().is_some()) {
            walk.find(&CONTRACTOR_AS_PARTNER)
                .at("members")
                .at(place)
                .at("role")
                .report();
        }
    }
}

fn unknown_role<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    for (place, member) in members(network) {
        let Some(Role::Other(word)) = &member.role else {
            continue;
        };
        if word.trim().is_empty() {
            continue;
        }
        // A report that is full needs no mends.
        if walk.is_full() {
            walk.find(&UNKNOWN_ROLE).report();
            continue;
        }
        let finding = walk
            .find(&UNKNOWN_ROLE)
            .at("members")
            .at(place)
            .at("role")
            .with("role", &**word);
        with_meant(finding, word, Role::WORDS, Role::LABELS).report();
    }
}

fn is_the_word(member: &Member<'_>) -> bool {
    matches!(member.organisation, Some(Party::Initiator))
}

/// True when every member says who it is, so that one that is not there is missing.
fn is_whole(network: &Network<'_>) -> bool {
    !network.members.is_empty()
        && !network.kept.holds("members")
        && network
            .members
            .iter()
            .all(|member| member.organisation.is_some())
}

fn initiator_not_member<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    let Some(initiator) = walk.practice().initiator.as_ref() else {
        return;
    };
    if network.members.iter().any(is_the_word) || !is_whole(network) {
        return;
    }
    let named = initiator.name.as_ref().is_some_and(|name| !name.is_blank());
    if !named {
        return;
    }
    let mut roll = Roll::new();
    roll.remember(&Party::Initiator, Some(initiator), "", ());
    let mut parties = network
        .members
        .iter()
        .filter_map(|member| member.organisation.as_ref());
    if parties.any(|party| roll.find(party, None, "").is_some()) {
        return;
    }
    let has_lead = network
        .members
        .iter()
        .any(|member| member.role == Some(Role::Lead));
    let mut row = vec![("organisation".into(), Json::from("initiator"))];
    if !has_lead {
        row.insert(
            0,
            ("role".into(), Json::from(Role::Lead.as_str().to_owned())),
        );
    }
    let end = network.members.len();
    walk.find(&INITIATOR_NOT_MEMBER)
        .at("members")
        .fix(Safety::Suggested, |path| {
            vec![
                test("/initiator", Json::of(initiator)),
                Operation::Add {
                    path: format!("{path}/{end}"),
                    value: Json::Object(row),
                },
            ]
        })
        .report();
}

fn alone<'a>(network: &'a Network<'_>, walk: &mut Walk<'a, '_>) {
    let [first, others @ ..] = network.members.as_slice() else {
        return;
    };
    let is_one = others.is_empty() || network.members.iter().all(is_the_word);
    // The other party of a contract is tied to the network too.
    if !is_one
        || !is_whole(network)
        || network
            .members
            .iter()
            .any(|member| member.agreement.is_some())
    {
        return;
    }
    // With an initiator that is no member there are two.
    let is_the_initiator = match (walk.practice().initiator.as_ref(), &first.organisation) {
        (Some(initiator), Some(party)) => {
            let mut roll = Roll::new();
            roll.remember(&Party::Initiator, Some(initiator), "", ());
            roll.find(party, None, "").is_some()
        }
        _ => true,
    };
    if is_the_initiator {
        walk.find(&ALONE).at("members").report();
    }
}
