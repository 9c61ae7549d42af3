package org.portfolioledger.ledger.axon;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.portfolioledger.ledger.NewEvent;
import org.portfolioledger.ledger.StoredEvent;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns Axon's messages into events of the ledger, and back. */
final class EventMessages {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> METADATA = new TypeReference<>() {};

    private final EventCodec codec;
    private final Function<EventMessage<?>, LocalDate> effectiveOn;

    EventMessages(EventCodec codec, Function<EventMessage<?>, LocalDate> effectiveOn) {
        this.codec = codec;
        this.effectiveOn = effectiveOn;
    }

    NewEvent write(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalStateException("Only facts of a stream can be kept, but %s belongs to none"
                    .formatted(message.getPayloadType().getName()));
        }
        EventCodec.Encoded encoded = codec.encode(event.getPayload());
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                encoded.type(),
                encoded.revision(),
                encoded.payload(),
                metadata(event.getMetaData()),
                effectiveOn.apply(event));
    }

    /** Sorted, because the bytes are hashed. */
    private static byte[] metadata(MetaData metaData) {
        var sorted = new TreeMap<String, Object>(metaData);
        sorted.keySet().removeAll(LedgerMetaData.KEYS);
        return JSON.writeValueAsBytes(sorted);
    }

    TrackedEventMessage<?> tracked(StoredEvent event) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(event.position()), read(event));
    }

    GenericDomainEventMessage<Object> read(StoredEvent event) {
        Object payload = codec.decode(event.type(), event.revision(), event.payload());
        MetaData metaData = MetaData.from(JSON.readValue(event.metadata(), METADATA))
                .and(LedgerMetaData.POSITION, event.position())
                .and(LedgerMetaData.KNOWN_AT, event.knownAt())
                .and(LedgerMetaData.RECORDED_AT, event.recordedAt())
                .and(LedgerMetaData.ACTOR, event.command().actor());
        return new GenericDomainEventMessage<>(
                kind(event.stream()),
                event.stream(),
                event.sequence(),
                new GenericMessage<>(event.eventId().toString(), payload, metaData),
                event.recordedAt());
    }

    private static String kind(String stream) {
        int end = stream.indexOf('-');
        return end < 0 ? stream : stream.substring(0, end);
    }
}
