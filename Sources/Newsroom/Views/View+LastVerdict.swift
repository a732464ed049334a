extension View {
    /// What a member last cleared or objected to in a draft, and how many entries were here before
    /// he said so; nil where he never did.
    public func lastVerdict(
        of member: MemberID,
        on draft: Draft
    ) -> (revision: RevisionID, place: Int)? {
        let cleared = draft.clearances.values.filter { $0.member == member }
            .map { ($0.rank, $0.act.revision) }
        let objected = draft.objections.values.filter { $0.member == member }
            .map { ($0.rank, $0.act.revision) }
        guard let last = (cleared + objected).max(by: { $0.0 < $1.0 }),
            let place = history.place(of: last.0.operation.entry)
        else { return nil }
        return (last.1, place)
    }
}
