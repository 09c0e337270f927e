# The image of an ECS task. No step of CI builds it: it needs an engine for containers.
#   ./turnout help && mvn -B -DskipTests package && docker build -t turnout .
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 turnout
WORKDIR /turnout
COPY lib lib
COPY config/aws.yml config/aws.yml
USER 10001
EXPOSE 8080
# As the task definition starts it too; java is process 1, so a stop reaches it.
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:MaxRAMPercentage=75", "-cp", "lib/*", "io.turnout.config.TurnoutApplication"]
CMD ["server", "config/aws.yml"]
