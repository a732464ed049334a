// Whether two people changed the same words: word by word, from what both knew.

/// Whether two changes of one text touch the same words, or put words at one place.
func changesMeet(from base: String, to first: String, and second: String) -> Bool {
    !places(changedFrom: base, to: first).isDisjoint(with: places(changedFrom: base, to: second))
}

/// What a change touched: twice a word's index for the gap before it, and one more for the word.
private func places(changedFrom old: String, to new: String) -> Set<Int> {
    let words = Words(old, new)
    let script = EditScript(words.old, words.new, fixed: [], limit: 400)
    var (left, right, found): (Int, Int, Set<Int>) = (0, 0, [])
    while left < words.old.count || right < words.new.count {
        if left < words.old.count, !script.keepsOld[left] {
            // What is put beside a word that goes meets it.
            found.formUnion([2 * left, 2 * left + 1, 2 * left + 2])
            left += 1
        } else if right < words.new.count, !script.keepsNew[right] {
            found.insert(2 * left)
            right += 1
        } else {
            (left, right) = (left + 1, right + 1)
        }
    }
    return found
}
