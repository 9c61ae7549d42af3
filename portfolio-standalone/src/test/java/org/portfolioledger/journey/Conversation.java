package org.portfolioledger.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Facts are told to the command side, and each question is asked once all that was told before it is in the rows. */
final class Conversation {

    private final Caller command;
    private final Caller query;
    private long last;

    /** @param last position of the last fact that was told so far */
    Conversation(Caller command, Caller query, long last) {
        this.command = command;
        this.query = query;
        this.last = last;
    }

    /** Position of the last fact that was told. */
    long last() {
        return last;
    }

    /** Records what the demo user may whose right it is, and answers the receipt. */
    JsonNode record(String path, String body) {
        return recordAs(Caller.recorderOf(path), path, body);
    }

    /** The same as another user. */
    JsonNode recordAs(String user, String path, String body) {
        Caller.Reply reply = command.post(user, path, body);
        assertThat(reply.status()).as("%s %s: %s", path, body, reply.text()).isEqualTo(201);
        last = Math.max(last, reply.json().path("position").asLong(0));
        return reply.json();
    }

    /** The problem for which the user whose right it is may not record that. */
    String refused(String path, String body) {
        Caller.Reply reply = command.record(path, body);
        assertThat(reply.status()).as("%s %s: %s", path, body, reply.text()).isBetween(400, 499);
        return reply.problem();
    }

    JsonNode ask(String path) {
        Caller.Reply reply = query.getAfter(last, path);
        assertThat(reply.status()).as("%s: %s", path, reply.text()).isEqualTo(200);
        return reply.json();
    }

    /** All that a pointer leads to in the answer, a star being every element, in order. */
    String ask(String path, String pointer) {
        return EveryRead.at(ask(path), pointer);
    }

    /** The alerts of what the path names. */
    String alerts(String path) {
        return ask(path, "/alerts/*");
    }

    /** The ids of the items of a list. */
    List<String> ids(String path) {
        return ask(path)
                .required("items")
                .valueStream()
                .map(item -> item.required("id").asString())
                .toList();
    }
}
