import Newsroom
import TestSupport
import Testing

struct `A random newsroom` {
    /// `STET_SEEDS` names more than the few of every run.
    @Test(arguments: Seeds.smoke.count == 12 ? [1, 2, 3] : Seeds.smoke)
    func `comes to one state in every order, and keeps its promises`(seed: UInt64) throws {
        var room = try RandomNewsroom(seed: seed)
        for _ in 0..<40 { room.act() }
        room.budget.world.agree()
        room.budget.world.publish()
        let newsroom = room.budget["ana"].newsroom
        for _ in 0..<2 {
            let other = room.budget.world.folded(room.anyOrder())
            #expect(other.stateHash() == newsroom.stateHash(), "seed \(seed)")
            #expect(other.items() == newsroom.items(), "seed \(seed): the items differ")
        }
    }
}
