package org.portfolioledger.command.web;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.portfolioledger.http.Actor;
import org.portfolioledger.http.HttpProblem;
import org.portfolioledger.http.JsonText;
import org.portfolioledger.http.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Every path of the catalogue over HTTP. */
final class CommandRoutes {

    private final Commands commands;
    private final JsonText text = new JsonText();

    CommandRoutes(Commands commands) {
        this.commands = commands;
    }

    RouterFunction<ServerResponse> routes(Catalogue catalogue) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        catalogue.routes().forEach(route -> routes.POST(Catalogue.BASE + route.path(), this::take));
        return routes.POST(CorrectionReader.PATH, this::take).build();
    }

    private ServerResponse take(ServerRequest request) throws IOException {
        try {
            commands.requireSender(request.path(), Actor.present());
            Parameters.requireKnown(request.params().keySet(), Set.of());
            requireJson(request);
            Commands.Answer answer = commands.take(
                    request.path(),
                    text.object(body(request), object -> commands.faults(request.path(), object)),
                    Actor.present(),
                    IdempotencyKey.of(request.headers().header(IdempotencyKey.HEADER)),
                    IfMatch.of(request.headers().header(IfMatch.HEADER)));
            return respond(answer);
        } catch (Problem problem) {
            ResponseEntity<Record> answer = problem.response();
            return ServerResponse.status(answer.getStatusCode())
                    .headers(headers -> headers.addAll(answer.getHeaders()))
                    .body(Objects.requireNonNull(answer.getBody()));
        }
    }

    private static ServerResponse respond(Commands.Answer answer) {
        return switch (answer.result()) {
            case CommandDispatcher.Result.Recorded recorded -> {
                Receipt receipt = recorded.receipt();
                ServerResponse.BodyBuilder response = ServerResponse.status(HttpStatus.CREATED)
                        .header(HttpHeaders.LOCATION, answer.location())
                        .header(HttpHeaders.ETAG, "\"" + receipt.version() + "\"")
                        .header("Sync-Token", Long.toString(receipt.position()));
                if (recorded.replayed()) response.header("Idempotency-Replayed", "true");
                yield response.contentType(MediaType.APPLICATION_JSON).body(receipt);
            }
            case CommandDispatcher.Result.Unchanged unchanged ->
                ServerResponse.ok()
                        .header(HttpHeaders.LOCATION, answer.location())
                        .header(HttpHeaders.ETAG, "\"" + unchanged.version() + "\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(new Unchanged(List.of()));
        };
    }

    /** The answer to a command that would change nothing. */
    record Unchanged(List<Receipt.Fact> facts) {}

    private static void requireJson(ServerRequest request) {
        MediaType type = request.headers().contentType().orElse(null);
        if (type == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON))
            throw Problem.of(HttpProblem.UNSUPPORTED_MEDIA_TYPE, "The body is " + (type == null ? "untyped" : type));
    }

    private static byte[] body(ServerRequest request) throws IOException {
        return request.servletRequest().getInputStream().readAllBytes();
    }
}
