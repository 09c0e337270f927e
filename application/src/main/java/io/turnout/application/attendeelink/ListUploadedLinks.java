package io.turnout.application.attendeelink;

import io.turnout.domain.attendeelink.LinkToken;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.registration.LinkId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The tokens of the links that an upload brought, for the org that mails them.
public final class ListUploadedLinks {
    private final LinkUploads uploads;
    private final LinkTokens tokens;

    public ListUploadedLinks(LinkUploads uploads, LinkTokens tokens) {
        this.uploads = uploads;
        this.tokens = tokens;
    }

    /// Tells `whom` of each, in the order of their ids; no more than one page of them is at hand at
    /// a time, and no connection is held while `whom` takes its time.
    ///
    /// @return how many there are
    public long list(UploadKey key, BiConsumer<Reference, LinkToken> whom) {
        long told = 0;
        Optional<LinkId> last = Optional.empty();
        List<LinkUploads.Listed> page;
        do {
            page = uploads.list(key, last, LinkUploads.LIST_MAX);
            page.forEach(one -> whom.accept(one.reference(), tokens.of(key.org(), one.link())));
            told += page.size();
            last = page.isEmpty() ? last : Optional.of(page.getLast().link());
        } while (page.size() == LinkUploads.LIST_MAX);
        return told;
    }
}
