//! The tree of the log: what the public suites say, what an independent crate says, and what holds for any tree.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use obmen::nomination::Hex;
use obmen_nominations::leaf_hash;
use obmen_nominations::log::{MAX_PROOF, Tree, TreeHead};
use proptest::prelude::*;
use serde_json::Value;
use sha2::Sha256;

use crate::conformance::suite;

pub(crate) fn tree(size: u64) -> Tree {
    let mut tree = Tree::default();
    tree.extend((0..size).map(leaf));
    tree
}

fn leaf(index: u64) -> Hex<32> {
    leaf_hash(&index.to_be_bytes())
}

#[test]
fn roots_are_those_of_the_public_suite() {
    let Some(text) = suite("merkle_roots.json") else {
        return;
    };
    let suite: Value = serde_json::from_str(&text).unwrap();
    let texts = |key: &str| suite[key].as_array().unwrap().clone();
    let mut tree = Tree::default();
    let mut heads = vec![tree.head()];
    for leaf in texts("leaf_inputs_hex") {
        let bytes = data_encoding::HEXLOWER.decode(leaf.as_str().unwrap().as_bytes());
        tree.push(leaf_hash(&bytes.unwrap()));
        heads.push(tree.head());
    }
    let roots = texts("root_hex_by_size");
    assert_eq!((heads.len(), roots.len()), (9, 9));
    for ((size, head), root) in (0..).zip(&heads).zip(&roots) {
        assert_eq!(head.root.to_string(), root.as_str().unwrap());
        assert_eq!(tree.head_at(size), Some(*head));
    }
    assert_eq!(tree.head_at(9), None);
}

/// A hash of the suite; `None` where it has what is no hash.
fn hash(json: &Value) -> Option<Hex<32>> {
    let bytes = STANDARD.decode(json.as_str()?).ok()?;
    Some(Hex(bytes.try_into().ok()?))
}

/// A root of the suite. Where it has a text in the place of one, a hash of that, which keeps what is equal.
fn root(json: &Value) -> Hex<32> {
    hash(json).unwrap_or_else(|| leaf_hash(json.as_str().unwrap().as_bytes()))
}

#[test]
fn proofs_are_judged_as_in_the_public_suite() {
    let Some(text) = suite("merkle_proofs.json") else {
        return;
    };
    let cases: Vec<Value> = serde_json::from_str(&text).unwrap();
    let (mut inclusion, mut consistency, mut subtrees) = (0, 0, 0);
    for case in &cases {
        let file = case["file"].as_str().unwrap();
        let number = |key: &str| case[key].as_u64().unwrap();
        let proof: Option<Vec<_>> = case["proof"]
            .as_array()
            .map_or(Some(Vec::new()), |hashes| hashes.iter().map(hash).collect());
        let head = |size: &str, key: &str| TreeHead {
            size: number(size),
            root: root(&case[key]),
        };
        let holds = match file.split('/').next().unwrap() {
            "inclusion" => {
                inclusion += 1;
                let head = head("treeSize", "root");
                proof
                    .zip(hash(&case["leafHash"]))
                    .is_some_and(|(proof, leaf)| head.includes(number("leafIdx"), leaf, &proof))
            }
            "consistency" => {
                consistency += 1;
                let (old, new) = (head("size1", "root1"), head("size2", "root2"));
                proof.is_some_and(|proof| new.extends(&old, &proof))
            }
            // Proofs of subtrees are of another draft.
            _ => {
                subtrees += 1;
                continue;
            }
        };
        assert_eq!(holds, case["wantErr"] == false, "{case}");
    }
    eprintln!(
        "merkle_proofs.json: {inclusion} of inclusion and {consistency} of consistency judged; skipped {subtrees} of subtrees"
    );
    assert_eq!((inclusion, consistency), (98, 98));
}

#[test]
fn every_proof_of_small_trees_holds_at_its_place_alone() {
    const MOST: u64 = 34;
    let tree = tree(MOST);
    for new in 1..=MOST {
        let head = tree.head_at(new).unwrap();
        for index in 0..new {
            let proof = tree.inclusion(index, new).unwrap();
            for other in 0..=new {
                assert_eq!(
                    head.includes(other, leaf(index), &proof),
                    other == index,
                    "{index} as {other} of {new}"
                );
            }
        }
        for old in 1..=new {
            let proof = tree.consistency(old, new).unwrap();
            for other in 0..=MOST {
                let old_head = tree.head_at(other).unwrap();
                // Of the same size nothing but the root is asked, and the proof is empty.
                assert_eq!(
                    head.extends(&old_head, &proof),
                    other == old,
                    "{old} as {other} in {new}"
                );
            }
        }
    }
}

#[test]
fn there_is_no_proof_of_what_is_not_there() {
    let tree = tree(5);
    for (index, size) in [
        (5, 5),
        (0, 0),
        (0, 6),
        (5, 6),
        (0, 8),
        (7, 8),
        (0, u64::MAX),
    ] {
        assert_eq!(tree.inclusion(index, size), None, "{index} of {size}");
    }
    for (old, new) in [(0, 5), (4, 3), (5, 6), (6, 6), (8, 8), (1, u64::MAX)] {
        assert_eq!(tree.consistency(old, new), None, "{old} in {new}");
    }
    assert_eq!(Tree::default().head_at(0), Some(Tree::default().head()));
}

#[test]
fn a_proof_longer_than_any_tree_is_not_followed() {
    let long = vec![leaf(0); MAX_PROOF + 1];
    let head = TreeHead {
        size: u64::MAX,
        root: leaf(0),
    };
    assert!(!head.includes(0, leaf(0), &long));
    assert!(!head.extends(&tree(3).head(), &long));
    assert!(!head.includes(u64::MAX, leaf(0), &[]));
}

fn reference(size: u64) -> MemoryBackedTree<Sha256, [u8; 8]> {
    let mut tree = MemoryBackedTree::new();
    (0..size).for_each(|index| tree.push(index.to_be_bytes()));
    tree
}

fn bytes(proof: &[Hex<32>]) -> Vec<u8> {
    proof.iter().flat_map(|hash| hash.0).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn roots_and_proofs_are_those_of_an_independent_crate(
        size in 1_u64..600, at in any::<proptest::sample::Index>(), before in any::<proptest::sample::Index>(),
    ) {
        let (tree, reference) = (tree(size), reference(size));
        let (root, theirs) = (tree.head().root, reference.root());
        prop_assert_eq!(&root.0[..], theirs.as_bytes().as_slice());
        let index = at.index(usize::try_from(size).unwrap());
        let ours = tree.inclusion(index as u64, size).unwrap();
        let theirs = reference.prove_inclusion(index);
        prop_assert_eq!(bytes(&ours), theirs.as_bytes());
        let old = 1 + before.index(usize::try_from(size).unwrap());
        let ours = tree.consistency(old as u64, size).unwrap();
        let added = usize::try_from(size).unwrap() - old;
        if added > 0 {
            let theirs = reference.prove_consistency(added);
            prop_assert_eq!(bytes(&ours), theirs.as_bytes());
        }
    }

    #[test]
    fn a_changed_proof_does_not_hold(
        size in 2_u64..5000, at in any::<proptest::sample::Index>(), place in any::<proptest::sample::Index>(),
        bit in 0_usize..256, before in any::<proptest::sample::Index>(),
    ) {
        let tree = tree(size);
        let head = tree.head();
        let index = at.index(usize::try_from(size).unwrap()) as u64;
        let change = |proof: &[Hex<32>]| {
            let mut changed = proof.to_vec();
            changed[place.index(proof.len())].0[bit / 8] ^= 1 << (bit % 8);
            let mut long = proof.to_vec();
            long.insert(place.index(proof.len() + 1), leaf(bit as u64));
            let mut short = proof.to_vec();
            short.remove(place.index(proof.len()));
            [changed, long, short]
        };
        let proof = tree.inclusion(index, size).unwrap();
        prop_assert!(head.includes(index, leaf(index), &proof));
        for wrong in change(&proof) {
            prop_assert!(!head.includes(index, leaf(index), &wrong));
        }
        prop_assert!(!head.includes(index, leaf(size), &proof));
        let old = tree.head_at(1 + before.index(usize::try_from(size - 1).unwrap()) as u64).unwrap();
        let proof = tree.consistency(old.size, size).unwrap();
        prop_assert!(head.extends(&old, &proof));
        for wrong in change(&proof) {
            prop_assert!(!head.extends(&old, &wrong));
        }
        let fork = TreeHead { root: leaf(size), ..old };
        prop_assert!(!head.extends(&fork, &proof));
    }
}
