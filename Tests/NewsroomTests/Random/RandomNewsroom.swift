import Newsroom
import TestSupport
import Testing

/// Three to six people acting offline at random, told of each other at random.
struct RandomNewsroom {
    let budget: Budget
    let seed: UInt64
    var random: SplitMix64
    /// Who takes part: an admin and others.
    let names: [String]

    init(seed: UInt64) throws {
        budget = try Budget(subs: seed % 2 == 0)
        self.seed = seed
        var random = SplitMix64(seed: seed)
        let others = ["max", "wes", "bo", "eve", "cy", "dee", "leo", "una"]
        let count = Int.random(in: 2...5, using: &random)
        names = ["ana"] + others.shuffled(using: &random).prefix(count)
        self.random = random
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    mutating func maybe<Value>(_ values: [Value]) -> Value? {
        values.isEmpty ? nil : pick(values)
    }

    /// One thing that somebody tries; most refusals are as good as acts.
    mutating func act() {
        let machine = budget[pick(names)]
        switch below(12) {
        case 0: machine.sync()
        case 1: machine.hear(of: pick(names))
        case 2: publish()
        case 3: split(machine)
        default:
            guard let intent = intent(for: machine) else { return }
            let before = machine.newsroom
            guard (try? machine.commit(intent)) != nil else { return }
            checkFourEyes(of: intent, by: machine, before)
        }
        check(machine)
    }

    /// The press answers what is due; each publication has to have its gates.
    private func publish() {
        let press = budget["press"]
        press.sync()
        while press.newsroom.view.press?.appointment.log == press.log,
            let request = press.newsroom.view.nextRequest(at: budget.world.now)
        {
            let answer = press.newsroom.view.answer(to: request, at: budget.world.now)
            if case .issueReceipt(let issue) = answer { checkGates(of: issue, press.newsroom.view) }
            press.write([answer])
        }
        check(press)
    }

    /// Two different entries after one: a copied machine.
    private mutating func split(_ machine: Machine) {
        guard below(4) == 0, let last = machine.last else { return }
        let text = "copy \(below(1_000_000))"
        machine.write([.remark(StoryRemark(story: budget.story, text: text))], after: last)
    }

    /// The same entries in a random order that brings causes first, some of them twice.
    mutating func anyOrder() -> [EntryFacts] {
        var waiting = budget.world.entries
        var placed: Set<EntryID> = []
        var order: [EntryFacts] = []
        while !waiting.isEmpty {
            let ready = waiting.indices.filter { waiting[$0].causes.allSatisfy(placed.contains) }
            let entry = waiting.remove(at: pick(ready))
            placed.insert(entry.id)
            order.append(entry)
            if below(10) == 0 { order.append(pick(order)) }
        }
        return order
    }
}
