package io.turnout.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.turnout.adapters.aws.AwsPlace;
import io.turnout.adapters.aws.S3MediaStorage;
import io.turnout.adapters.heroku.CloudinaryMediaStorage;
import io.turnout.adapters.machine.NginxMediaStorage;
import io.turnout.application.media.MediaStorage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/// Where pictures of orgs are. Without these, there are none.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MediaSettings.None.class, name = "none"),
    @JsonSubTypes.Type(value = MediaSettings.Machine.class, name = "machine"),
    @JsonSubTypes.Type(value = MediaSettings.Heroku.class, name = "heroku"),
    @JsonSubTypes.Type(value = MediaSettings.Aws.class, name = "aws")
})
public sealed interface MediaSettings {
    Duration PATIENCE = Duration.ofSeconds(5);

    /// None where the variable that names the place is empty.
    MediaStorage open(InstantSource clock);

    /// Where browsers bring and see them, as far as the settings say.
    Stream<URI> addresses();

    /// Nowhere.
    record None() implements MediaSettings {
        @Override
        public MediaStorage open(InstantSource clock) {
            return new NoMedia();
        }

        @Override
        public Stream<URI> addresses() {
            return Stream.of();
        }
    }

    /// Behind nginx, by `config/balancer/media.conf`.
    ///
    /// @param secret what `media-secret.conf` there says, too
    record Machine(
            @NotNull URI url,
            @NotNull
                    @Pattern(
                            regexp = "[A-Za-z0-9_-]{32,128}",
                            message = "is 32 to 128 letters, digits, - and _")
                    String secret)
            implements MediaSettings {
        @Override
        public MediaStorage open(InstantSource clock) {
            return new NginxMediaStorage(new NginxMediaStorage.Place(url, secret, PATIENCE), clock);
        }

        @Override
        public Stream<URI> addresses() {
            return Stream.of(url);
        }

        /// The secret is one.
        @Override
        public String toString() {
            return "Machine[" + url + "]";
        }
    }

    /// Cloudinary, as its add-on says in `CLOUDINARY_URL`.
    record Heroku(
            @Nullable
                    @Pattern(
                            regexp = "|cloudinary://[A-Za-z0-9]+:[A-Za-z0-9_-]+@[a-z0-9-]+",
                            message = "is cloudinary://key:secret@name")
                    String url)
            implements MediaSettings {
        private static final URI API = URI.create("https://api.cloudinary.com");
        private static final URI NETWORK = URI.create("https://res.cloudinary.com");

        @Override
        public MediaStorage open(InstantSource clock) {
            return url == null || url.isBlank()
                    ? new NoMedia()
                    : new CloudinaryMediaStorage(account(URI.create(url)), clock);
        }

        private static CloudinaryMediaStorage.Account account(URI url) {
            String[] login = url.getUserInfo().split(":", 2);
            return new CloudinaryMediaStorage.Account(
                    API, NETWORK, url.getHost(), login[0], login[1], PATIENCE);
        }

        @Override
        public Stream<URI> addresses() {
            return Stream.of();
        }

        /// The address holds a secret.
        @Override
        public String toString() {
            return "Heroku[]";
        }
    }

    /// A bucket of S3 behind CloudFront.
    ///
    /// @param network where CloudFront shows it
    record Aws(@Valid @NotNull AwsSettings place, @Nullable String bucket, @Nullable URI network)
            implements MediaSettings {
        @Override
        public MediaStorage open(InstantSource clock) {
            if (bucket == null || bucket.isBlank() || network == null) {
                return new NoMedia();
            }
            AwsPlace aws = place.open();
            return new S3MediaStorage(
                    aws.client(S3Client.builder()), aws.presigner(), bucket, network);
        }

        @Override
        public Stream<URI> addresses() {
            return Stream.ofNullable(network).filter(url -> !url.toString().isEmpty());
        }
    }
}
