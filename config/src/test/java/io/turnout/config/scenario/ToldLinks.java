package io.turnout.config.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The links that the org was told, by whom they are for.
record ToldLinks(Map<String, URI> links) {
    /// Where Redis has links.
    static final String SHELF = "turnout:%s:link:%s:".formatted(Street.STACK, Street.ORG);

    /// Opens every link, at every house.
    void open(List<URI> houses) throws Exception {
        for (URI link : links.values()) {
            for (URI house : houses) {
                URI there = house.resolve("/v1/orgs/" + Street.ORG + "/links/" + token(link));
                assertThat(Asker.send(HttpRequest.newBuilder().GET(), there).statusCode())
                        .isEqualTo(200);
            }
        }
    }

    /// Where Redis has those of some: a token begins with the link's id.
    List<String> entries(Collection<String> emails) {
        return links.entrySet().stream()
                .filter(link -> emails.contains(link.getKey()))
                .map(link -> ByteBuffer.wrap(Base64.getUrlDecoder().decode(token(link.getValue()))))
                .map(bytes -> SHELF + new UUID(bytes.getLong(), bytes.getLong()))
                .toList();
    }

    private static String token(URI link) {
        return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    }
}
