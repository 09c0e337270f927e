package io.turnout.adapters.http;

import static io.turnout.adapters.http.Answers.json;
import static io.turnout.adapters.http.Answers.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.turnout.application.attendeelink.LinkPolls;
import io.turnout.application.attendeelink.LinkPolls.Minted;
import io.turnout.application.attendeelink.LinkPolls.Outcome;
import io.turnout.application.attendeelink.LinkUploads.Claiming;
import io.turnout.application.attendeelink.SealedLink;
import io.turnout.application.attendeelink.UploadPart;
import io.turnout.application.privacy.Vault.Sealed;
import io.turnout.domain.attendeelink.Reference;
import io.turnout.domain.attendeelink.RefusedRow;
import io.turnout.domain.attendeelink.RowFault;
import io.turnout.domain.attendeelink.UploadId;
import io.turnout.domain.attendeelink.UploadKey;
import io.turnout.domain.capacity.Seats;
import io.turnout.domain.delivery.BatchRule;
import io.turnout.domain.delivery.LinkBatch;
import io.turnout.domain.delivery.Reason;
import io.turnout.domain.delivery.Receipt;
import io.turnout.domain.delivery.RowAnswer;
import io.turnout.domain.registration.InviteeId;
import io.turnout.domain.registration.LinkId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Operators see how the links of an org stand, and have addresses told again.
class LinksOperatorTest {
    private static final OperatedHouse HOUSE = new OperatedHouse();
    private static final InviteeId RECORD = new InviteeId("a04000000000001");

    private final Fair fair = Fair.open(HOUSE.memory(), new Seats.Limited(6));

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private HttpResponse<String> get(String role, String what) {
        String path = "/" + what + "?org=" + fair.org();
        return HOUSE.sendTo("/v1/operator", role, "GET", path, "");
    }

    private HttpResponse<String> replay(String role, String more) {
        String body = "{\"org\":\"%s\"%s}".formatted(fair.org(), more);
        return HOUSE.sendTo("/v1/operator", role, "POST", "/links/replay", body);
    }

    private SealedLink link(String reference) {
        return new SealedLink(
                LinkId.of(Fair.FAIR, reference),
                new Reference(reference),
                Fair.FAIR,
                1,
                new Sealed(new byte[] {1}, new byte[] {2}),
                new byte[] {3});
    }

    /// One is invited, and their record does not take the address.
    private void refuseOne() {
        var minting = HOUSE.memory().links().minting();
        minting.polls().watch(fair.org());
        LinkPolls.Poll poll = minting.polls().take().orElseThrow();
        minting.polls()
                .settle(
                        poll,
                        new Outcome.Read(
                                List.of(new Minted(RECORD, link(RECORD.value()))),
                                2,
                                Optional.empty()));
        LinkBatch batch = minting.owed().take(BatchRule.USUAL).orElseThrow();
        Reason reason = new Reason("STRING_TOO_LONG", "https://…", List.of("Link__c"));
        minting.owed().settle(batch, new Receipt.Answered(List.of(new RowAnswer.Refused(reason))));
    }

    @Test
    void a_viewer_sees_what_was_refused_and_an_operator_has_it_told_again() {
        assertThat(json(get("viewer", "links")).path("poll").isNull()).isTrue();
        refuseOne();

        HttpResponse<String> answer = get("viewer", "links");

        JsonNode links = json(answer);
        assertThat(links.at("/poll/unusable").asInt()).isEqualTo(2);
        assertThat(links.path("setAside").asInt()).isEqualTo(1);
        assertThat(links.at("/setAsideRows/0/record").asText()).isEqualTo(RECORD.value());
        assertThat(links.at("/setAsideRows/0/code").asText()).isEqualTo("STRING_TOO_LONG");
        assertThat(answer.body()).doesNotContain("https://");
        refused(replay("viewer", ""), 403, "forbidden");
        refused(replay("operator", ",\"record\":\"x\""), 422, "invalid");
        assertThat(json(replay("operator", ",\"record\":\"" + RECORD + "\"")).path("replayed"))
                .hasToString("1");
        assertThat(json(replay("operator", "")).path("replayed")).hasToString("0");
        assertThat(json(get("viewer", "links")).path("waiting").asInt()).isEqualTo(1);
    }

    @Test
    void a_viewer_sees_the_uploads_of_an_org_with_their_progress_and_refused_rows() {
        UploadKey key = new UploadKey(fair.org(), Fair.FAIR, UploadId.of(Fair.FAIR, "m"));
        var uploads = HOUSE.memory().links().uploads();
        assertThat(uploads.begin(key)).isNotNull();
        var claim = ((Claiming.Claimed) uploads.claim(key)).claim();
        assertThat(
                        uploads.keep(
                                claim,
                                new UploadPart(
                                        1,
                                        List.of(link("a")),
                                        List.of(new RefusedRow(2, RowFault.EMAIL_MISSING)),
                                        3)))
                .isNotNull();

        HttpResponse<String> answer = get("viewer", "link-uploads");

        JsonNode upload = json(answer).at("/uploads/0");
        assertThat(upload.path("id").asText()).isEqualTo(key.id().toString());
        assertThat(upload.path("state").asText()).isEqualTo("receiving");
        assertThat(upload.path("kept").asInt()).isEqualTo(1);
        assertThat(upload.path("nextRow").asInt()).isEqualTo(3);
        assertThat(upload.at("/refusedRows/0/reason").asText()).isEqualTo("email-missing");
        assertThat(answer.body()).doesNotContain(HOUSE.memory().links().tickets().of(key).value());
        refused(
                HOUSE.sendTo("/v1/operator", "viewer", "GET", "/link-uploads?org=x", ""),
                422,
                "invalid");
    }
}
