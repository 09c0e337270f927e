package io.turnout.application.attendeelink;

import io.turnout.application.attendeelink.LinkPolls.Minted;
import io.turnout.application.attendeelink.LinkPolls.Outcome;
import io.turnout.application.attendeelink.LinkPolls.Poll;
import io.turnout.application.attendeelink.LinkSource.Invited;
import io.turnout.application.attendeelink.LinkSource.Reading;
import io.turnout.application.privacy.Vault;
import io.turnout.domain.org.OrgId;
import java.util.List;
import java.util.Optional;

/// One org is asked whom it invited in its Salesforce, and a link is made for each.
public final class MintLinks {
    private final LinkPolls polls;
    private final LinkSource source;
    private final Vault vault;
    private final LinkSeal seal;

    public MintLinks(LinkPolls polls, LinkSource source, Vault vault) {
        this.polls = polls;
        this.source = source;
        this.vault = vault;
        this.seal = new LinkSeal(vault);
    }

    /// Whether any org was due.
    public boolean mint() {
        Optional<Poll> taken = polls.take();
        taken.ifPresent(poll -> polls.settle(poll, read(poll)));
        return taken.isPresent();
    }

    private Outcome read(Poll poll) {
        if (!vault.serves(poll.org())) {
            return new Outcome.Failed("no key to seal with is at hand");
        }
        return switch (source.read(poll.org(), poll.after())) {
            case Reading.Said(var invited, var unusable, var next) ->
                    new Outcome.Read(minted(poll.org(), invited), unusable, next);
            case Reading.Unwanted(var why) -> new Outcome.Unwanted(why);
            case Reading.Failed(var why) -> new Outcome.Failed(why);
        };
    }

    private List<Minted> minted(OrgId org, List<Invited> invited) {
        return invited.stream()
                .map(one -> new Minted(one.record(), seal.seal(org, one.link())))
                .toList();
    }
}
