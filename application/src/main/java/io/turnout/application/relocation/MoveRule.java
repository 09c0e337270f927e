package io.turnout.application.relocation;

/// What a mover keeps to.
///
/// @param pageRows how many rows are compared or copied at once
/// @param tries how often something that is busy is tried before the move is given up
/// @param smallBacklog with how many keys left to copy an org may be frozen
public record MoveRule(int pageRows, int tries, int smallBacklog) {
    /// A span is read whole although rows come into it after it was measured.
    public static final MoveRule USUAL = new MoveRule(OrgRows.PAGE_MAX / 2, 300, 50);

    public MoveRule {
        if (pageRows < 1 || pageRows > OrgRows.PAGE_MAX || tries < 1 || smallBacklog < 1) {
            throw new IllegalArgumentException("a page has 1 to " + OrgRows.PAGE_MAX + " rows");
        }
    }
}
