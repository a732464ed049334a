import Newsroom

/// Texts about places and people that do not exist, as a seed decides.
struct InventedTexts {
    private var random: InventedNumbers

    init(seed: UInt64) { random = InventedNumbers(seed: seed) }

    /// A number from 0 up to, and not with, `limit`.
    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    /// One of several.
    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// A sentence of eight to twenty words.
    mutating func sentence() -> String {
        let (noun, other, place) = (pick(nouns), pick(nouns), pick(places))
        let end = below(3) == 0 ? ", \(person()) said" : " \(pick(ends))"
        let start = below(2) == 0 ? "In \(place) the" : "The"
        return "\(start) \(pick(adjectives)) \(noun) \(pick(verbs)) the \(other) of \(place)\(end)."
    }

    /// Several sentences.
    mutating func paragraph() -> String {
        (0..<(2 + below(3))).map { _ in sentence() }.joined(separator: " ")
    }

    /// A body of at least so many words.
    mutating func body(words: Int) -> String {
        var (paragraphs, count) = ([String](), 0)
        repeat {
            let next = paragraph()
            count += next.utf8.count { $0 == UInt8(ascii: " ") } + 1
            paragraphs.append(next)
        } while count < words
        return paragraphs.joined(separator: "\n\n") + "\n"
    }

    /// A headline without a full stop.
    mutating func headline() -> String {
        "\(pick(places)) \(pick(nouns)) \(pick(verbs)) \(pick(adjectives)) \(pick(nouns))"
    }

    /// The name of story `number`, which no other has.
    mutating func slug(of number: Int) -> String { "\(pick(nouns))-\(pick(nouns))-\(number)" }

    /// A first and a last name.
    mutating func person() -> String { "\(pick(firstNames)) \(pick(lastNames))" }

    /// Two words that some stories have, to search for.
    mutating func soughtWords() -> String { "\(pick(adjectives)) \(pick(nouns))" }

    /// Up to three tags.
    mutating func tags() -> String {
        Set((0...below(3)).map { _ in pick(nouns) }).sorted().joined(separator: ", ")
    }

    /// What an editor of this text does next: another word, or one more sentence.
    mutating func edits(of text: String) -> [TextEdit] {
        let scalars = Array(text.unicodeScalars)
        let start = scalars.isEmpty ? 0 : below(scalars.count)
        let space = scalars[start...].firstIndex(of: " ").map { $0 + 1 } ?? 0
        let end = scalars[space...].firstIndex { $0 == " " || $0 == "\n" } ?? space
        guard below(3) > 0, end > space else { return [.insert(sentence() + " ", at: space)] }
        return [.delete(end - space, at: space), .insert(pick(adjectives), at: space)]
    }
}

/// The names of all who work there: so many, no two alike.
func inventedStaff(_ count: Int) -> [String] {
    (0..<count).map { number in
        let place = number + 2 * (number / firstNames.count)
        return "\(firstNames[number % firstNames.count]) \(lastNames[place % lastNames.count])"
    }
}

/// The desks of an invented newsroom, which are its sections too.
let inventedDesks = ["city", "region", "harbour", "culture", "sport", "science", "weather"]

private let nouns = [
    "archive", "bakery", "bridge", "budget", "canal", "choir", "clinic", "council", "dam",
    "ferry", "festival", "forest", "glacier", "harvest", "kiln", "library", "lighthouse", "mill",
    "museum", "observatory", "orchard", "parade", "printer", "quarry", "school", "shipyard",
    "stadium", "station", "theatre", "tram", "tunnel", "vineyard", "waterworks", "weir",
]
private let adjectives = [
    "ancient", "blue", "broken", "careful", "crowded", "disputed", "empty", "flooded", "forgotten",
    "hidden", "hollow", "late", "loud", "narrow", "northern", "patient", "painted", "quiet",
    "rebuilt", "restless", "second", "silver", "steep", "sunken", "wooden",
]
private let verbs = [
    "outgrew", "repaired", "questioned", "welcomed", "measured", "abandoned", "reopened", "lost",
    "praised", "crossed", "delayed", "bought", "mapped", "copied", "surprised", "divided",
]
private let ends = [
    "after a long winter", "in the third vote of the year", "without a word to its neighbours",
    "for the first time since the flood", "as the tide turned", "before anybody had noticed",
    "and nobody objected", "at twice the price", "under a new rule on noise", "until the autumn",
]
private let places = [
    "Ostrey", "Velmar", "Kadrin", "Lumeso", "Tavik", "Norrow", "Pelinde", "Sareth", "Bilgar",
    "Omdale", "Yarsu", "Hethin", "Crannick", "Dolvane", "Eskary", "Fenmouth", "Gorlice", "Ilvet",
]
private let firstNames = [
    "Ana", "Bo", "Cy", "Dara", "Emin", "Fay", "Goran", "Hila", "Ivo", "Jun", "Kaya", "Leyla",
    "Milo", "Nadia", "Otis", "Pia", "Rauf", "Sena", "Tomas", "Ulla",
]
private let lastNames = [
    "Ruiz", "Lind", "Marsh", "Okoye", "Aliyev", "Berg", "Castell", "Dunmore", "Ekholm", "Farzan",
    "Grieg", "Holub", "Imanov", "Jarvi", "Kestrel", "Lorca", "Mendez", "Novak", "Orlow", "Petrak",
    "Quist",
]
