import Newsroom

/// The body of an operation of a known type, as it was read; nil for a type of a newer Stet.
func operation(
    ofType type: UInt16,
    reading reader: inout FieldReader,
    after causes: TextCauses
) throws(FieldError) -> Operation? {
    switch type {
    case 0: .link
    case 85: .writeText(try TextChange(reading: &reader, after: causes))
    case 1: .found(try NewsroomFounding(reading: &reader))
    case 2: .openLog(try LogOpening(reading: &reader))
    case 21: .setNewsroom(try NewsroomSetting(reading: &reader))
    case 5: .admit(try MemberAdmission(reading: &reader))
    case 7: .grant(try MemberGrant(reading: &reader))
    case 11: .addDevice(try DeviceAddition(reading: &reader))
    case 25: .appointPress(try PressAppointment(reading: &reader))
    case 65: .createStory(try StoryCreation(reading: &reader))
    case 67: .setStory(try StorySetting(reading: &reader))
    case 81: .openDraft(try DraftOpening(reading: &reader))
    case 83: .setDraft(try DraftSetting(reading: &reader))
    case 89: .saveDraft(try DraftSaving(reading: &reader))
    case 91: .settleDraft(try DraftSettlement(reading: &reader))
    case 105: .submitDraft(try DraftSubmission(reading: &reader))
    case 109: .clear(try GateClearance(reading: &reader))
    case 111: .requestChanges(try GateObjection(reading: &reader))
    case 131: .askRelease(try ReleaseRequest(reading: &reader))
    case 151: .issueReceipt(try ReceiptIssue(reading: &reader))
    case 153: .refuseReceipt(try ReceiptRefusal(reading: &reader))
    case 158: .recordReceipt(try ReceiptRecord(reading: &reader))
    case 32: .recordKeys(try KeysRecord(reading: &reader))
    default: nil
    }
}

extension Operation {
    /// Writes the body; what was not understood is written as it came.
    func writeBody(to writer: inout FieldWriter, after causes: TextCauses) {
        switch self {
        case .link: break
        case .unknown(_, let body), .malformed(_, let body): writer.raw(body)
        case .writeText(let change): change.write(to: &writer, after: causes)
        case .found(let operation): operation.write(to: &writer)
        case .openLog(let operation): operation.write(to: &writer)
        case .setNewsroom(let operation): operation.write(to: &writer)
        case .admit(let operation): operation.write(to: &writer)
        case .grant(let operation): operation.write(to: &writer)
        case .addDevice(let operation): operation.write(to: &writer)
        case .appointPress(let operation): operation.write(to: &writer)
        case .createStory(let operation): operation.write(to: &writer)
        case .setStory(let operation): operation.write(to: &writer)
        case .openDraft(let operation): operation.write(to: &writer)
        case .setDraft(let operation): operation.write(to: &writer)
        case .saveDraft(let operation): operation.write(to: &writer)
        case .settleDraft(let operation): operation.write(to: &writer)
        case .submitDraft(let operation): operation.write(to: &writer)
        case .clear(let operation): operation.write(to: &writer)
        case .requestChanges(let operation): operation.write(to: &writer)
        case .askRelease(let operation): operation.write(to: &writer)
        case .issueReceipt(let operation): operation.write(to: &writer)
        case .refuseReceipt(let operation): operation.write(to: &writer)
        case .recordReceipt(let operation): operation.write(to: &writer)
        case .recordKeys(let operation): operation.write(to: &writer)
        }
    }
}
