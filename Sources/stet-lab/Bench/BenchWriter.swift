import Newsroom
import Signing

/// Writes an invented newsroom entry by entry and folds it at once.
struct BenchWriter {
    private(set) var newsroom = Newsroom(digest: benchDigest)
    private(set) var operationCount = 0
    /// All entries so far, for folding them again.
    private(set) var entries: [EntryFacts] = []
    private(set) var authorityCount = 0
    private var count = 0
    private var tips: [DeviceKey: (id: EntryID, seq: UInt64)] = [:]
    private var lamport: UInt64 = 0
    private let root = DeviceKey(benchDigest([0]))
    private let writer = DeviceKey(benchDigest([1]))
    private let editor = DeviceKey(benchDigest([2]))
    private let publisher = DeviceKey(benchDigest([3]))
    private let press = DeviceKey(benchDigest([4]))
    private var people: [MemberID] = []
    private var story = StoryID(.zero)
    private var draft = DraftID(.zero)
    private var lastText = EntryID(.zero)
    private let seal: Seal = {
        guard let seal = Seal([UInt8](repeating: 0, count: 64)) else {
            preconditionFailure("a seal has 64 bytes")
        }
        return seal
    }()

    /// Root, four people who do the work, and as many more members as asked for, each with ten
    /// operations of authority.
    mutating func found(members: Int) {
        write(
            root,
            [
                .found(NewsroomFounding(roots: [root], name: "Bench", rules: 1)),
                .admit(MemberAdmission(name: "Root's friend", proof: [])),
            ]
        )
        for key in [writer, editor, publisher, press] { hire(key, by: root) }
        let log = LogID(press.bytes)
        write(
            root,
            [.appointPress(PressAppointment(device: press, log: log, last: [], seal: seal))]
        )
        for number in 0..<members {
            let key = DeviceKey(benchDigest(Array("device \(number)".utf8)))
            let member = hire(key, by: root)
            people.append(member)
            for bit in 0..<8 {
                let rights = Capabilities(rawValue: 1 << UInt64(bit == 3 ? 0 : bit))
                grant(rights, to: member)
            }
        }
    }

    @discardableResult
    private mutating func hire(_ key: DeviceKey, by admin: DeviceKey) -> MemberID {
        let member = MemberID(madeBy: write(admin, [.admit(MemberAdmission(name: "N", proof: []))]))
        let addition = DeviceAddition(
            member: member,
            key: key,
            label: "laptop",
            proof: seal,
            seal: seal
        )
        let all = MemberGrant(member: member, capabilities: .everything, seal: seal)
        write(admin, [.addDevice(addition), .grant(all)])
        authorityCount += 2
        return member
    }

    private mutating func grant(_ rights: Capabilities, to member: MemberID) {
        write(root, [.grant(MemberGrant(member: member, capabilities: rights, seal: seal))])
        authorityCount += 1
    }

    /// Takes a right from a member: reaches back, so all is counted again.
    mutating func revoke(_ number: Int) {
        let act = MemberRevocation(
            member: people[number],
            capabilities: .clearing(.facts),
            cut: [],
            reason: "bench"
        )
        write(root, [.revoke(act)])
        authorityCount += 1
    }

    /// A story from its first word to its receipt: ten operations in five entries.
    mutating func writeStory(number: Int) {
        openStory(number: number)
        commit(.submit(draft, note: nil), by: writer)
        commit(.clear(draft, .desk, note: nil), by: editor)
        commit(.release(draft, when: .now), by: publisher)
        let now = Moment(milliseconds: 1_000)
        if let request = newsroom.view.nextRequest(at: now) {
            write(press, [newsroom.view.answer(to: request, at: now)])
        }
    }

    /// A story with its first text.
    mutating func openStory(number: Int) {
        guard let slug = Slug("story-\(number)") else { return }
        let made = write(
            writer,
            [
                .createStory(StoryCreation(slug: slug)),
                .openDraft(DraftOpening(story: StoryID(.zero), kind: .original, label: "main")),
                set(.headline, "Headline of story \(number)"), set(.section, "city"),
                set(.language, "en"),
                .writeText(
                    TextChange(
                        story: StoryID(.zero),
                        draft: DraftID(.zero),
                        parents: [],
                        edits: [.insert("The council met. It voted on \(number).\n", at: 0)]
                    )
                ),
            ]
        )
        (story, draft, lastText) = (StoryID(madeBy: made), DraftID(madeBy: made), made)
    }

    private func set(_ field: DocumentField, _ value: String) -> Operation {
        .setDraft(
            DraftSetting(
                story: StoryID(.zero),
                draft: DraftID(.zero),
                field: field,
                value: value,
                superseded: []
            )
        )
    }

    /// One more change of the newest story's text.
    mutating func rewrite(_ number: Int) {
        lastText = write(editor, [text("Line \(number).\n", after: lastText)])
    }

    /// A field set by somebody who has seen nothing since the story began.
    mutating func setUnseen(_ number: Int) {
        let setting = DraftSetting(
            story: story,
            draft: draft,
            field: .byline,
            value: "By \(number)",
            superseded: []
        )
        write(writer, [.setDraft(setting)], seeing: false)
    }

    private func text(_ words: String, after parent: EntryID) -> Operation {
        .writeText(
            TextChange(
                story: story,
                draft: draft,
                parents: [parent],
                edits: [.insert(words, at: 0)]
            )
        )
    }

    private mutating func commit(_ intent: Intent, by device: DeviceKey) {
        let seal = seal
        let author = Author(device: device, claimed: Moment(milliseconds: 0)) { _ in seal }
        guard let operations = try? newsroom.operations(for: intent, by: author) else {
            preconditionFailure("the bench may do what it does")
        }
        write(device, operations)
    }

    @discardableResult
    private mutating func write(
        _ device: DeviceKey,
        _ operations: [Operation],
        seeing: Bool = true
    ) -> EntryID {
        count += 1
        operationCount += operations.count
        let tip = tips[device]
        let id = EntryID(benchDigest(Array("entry \(count)".utf8)))
        lamport += 1
        let heads = seeing || tip == nil ? newsroom.heads : []
        let entry = EntryFacts(
            id: id,
            log: LogID(device.bytes),
            device: device,
            seq: tip.map { $0.seq + 1 } ?? 0,
            prev: tip?.id,
            parents: heads.filter { $0 != tip?.id },
            lamport: lamport,
            claimed: Moment(milliseconds: 0),
            operations: operations
        )
        newsroom.fold(entry)
        entries.append(entry)
        tips[device] = (id, tip.map { $0.seq + 1 } ?? 0)
        return id
    }
}

/// SHA-256 as the newsroom takes it.
let benchDigest: @Sendable ([UInt8]) -> Bytes32 = { message in
    guard let digest = Bytes32(sha256(message)) else {
        preconditionFailure("a SHA-256 has 32 bytes")
    }
    return digest
}
