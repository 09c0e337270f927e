package io.turnout.adapters.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Where in AWS we are, and how long anybody there may take: three attempts, and an end to them
/// all. Credentials are those of the task.
///
/// @param endpoint another place to ask, for trials
/// @param attempt how long one attempt may take; all of them may take three times that
public record AwsPlace(
        Region region,
        Optional<URI> endpoint,
        Duration attempt,
        AwsCredentialsProvider credentials) {
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 3;

    public static AwsPlace in(String region) {
        return new AwsPlace(
                Region.of(region),
                Optional.empty(),
                ATTEMPT,
                DefaultCredentialsProvider.builder().build());
    }

    /// For tickets, which are made here: nobody is called.
    public S3Presigner presigner() {
        S3Presigner.Builder builder =
                S3Presigner.builder().region(region).credentialsProvider(credentials);
        endpoint.ifPresent(
                url ->
                        builder.endpointOverride(url)
                                .serviceConfiguration(
                                        S3Configuration.builder()
                                                .pathStyleAccessEnabled(true)
                                                .build()));
        return builder.build();
    }

    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        SdkHttpClient.Builder<?> http =
                UrlConnectionHttpClient.builder().connectionTimeout(attempt).socketTimeout(attempt);
        endpoint.ifPresent(builder::endpointOverride);
        return builder.region(region)
                .credentialsProvider(credentials)
                .httpClientBuilder(http)
                .overrideConfiguration(
                        limits ->
                                limits.apiCallAttemptTimeout(attempt)
                                        .apiCallTimeout(attempt.multipliedBy(ATTEMPTS))
                                        .retryStrategy(
                                                DefaultRetryStrategy.standardStrategyBuilder()
                                                        .maxAttempts(ATTEMPTS)
                                                        .build()))
                .build();
    }
}
