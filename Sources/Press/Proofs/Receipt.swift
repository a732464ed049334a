package import Newsroom

/// A receipt that counts, with what the press recorded of it: one step of public history.
package struct Receipt: Sendable {
    /// The operation that counts.
    package let counted: PublicReceipt
    /// The text, the seals and the body.
    package let record: ReceiptRecord
    /// The fields of the text.
    let fields: StatementFields

    /// What the operation says.
    package var issue: ReceiptIssue { counted.issue }
    /// Its number in public order.
    package var number: Int { counted.number }
    /// The key that sealed it.
    var press: DeviceKey? { fields["press"].flatMap { DeviceKey(hex: $0) } }
    /// What was done: issued, withheld, restored, withdrawn, removed or dropped.
    var action: String { fields["action"] ?? "" }
    /// The story's address.
    var url: String { fields["url"] ?? "" }
    /// When it was issued.
    let issued: WrittenTime
    /// When the story was first issued.
    let published: WrittenTime
    /// When the story last changed for readers.
    let updated: WrittenTime

    /// Joins a receipt and its record; nil where they contradict each other.
    init?(_ counted: PublicReceipt, _ record: ReceiptRecord) {
        let issue = counted.issue
        guard let text = String(validating: record.text, as: UTF8.self) else { return nil }
        let fields = StatementFields(text)
        let isOfIssue =
            fields.type == "stet-receipt/1" && fields["number"] == String(issue.number)
            && fields["story"] == issue.story.description
            && fields["version"] == String(issue.version)
            && record.receipt == counted.operation && record.story == issue.story
        guard isOfIssue, let issued = fields["issued"].flatMap({ WrittenTime($0) }),
            let published = fields["published"].flatMap({ WrittenTime($0) }),
            let updated = fields["updated"].flatMap({ WrittenTime($0) }),
            issued.moment == issue.time
        else { return nil }
        self.counted = counted
        self.record = record
        self.fields = fields
        self.issued = issued
        self.published = published
        self.updated = updated
    }
}
