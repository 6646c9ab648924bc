package dev.laurel.journeys.map;

import static dev.laurel.journeys.Refused.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.laurel.core.failure.FailureCode;
import dev.laurel.core.identity.Channel;
import dev.laurel.journeys.identity.TouchpointId;
import org.junit.jupiter.api.Test;

class TouchpointTest {
  @Test
  void whatTheCustomerDoesIsInTheLaneOfTheCustomer() {
    Action drive = Action.of("test-drive", "Test drive");

    assertThat(drive.id()).hasToString("test-drive");
    assertThat(drive.lane()).isEqualTo(Lane.CUSTOMER);
    assertThat(drive.actors()).containsExactly(Actor.CUSTOMER);
  }

  @Test
  void whatTheCompanyDoesIsOnStageUnlessItIsSaidToBeBehind() {
    Action.Builder greeting = Action.builder();
    greeting.id(TouchpointId.of("greet")).name("Greeting").actor(Actor.COMPANY);
    Action.Builder repair = Action.builder();
    repair.id(TouchpointId.of("repair")).name("Repair").actor(Actor.COMPANY).lane(Lane.BACKSTAGE);

    assertThat(greeting.build().lane()).isEqualTo(Lane.FRONTSTAGE);
    assertThat(repair.build().lane().isVisible()).isFalse();
  }

  @Test
  void theOneWhoSpeaksComesFirst() {
    CommunicationPoint.Builder call = CommunicationPoint.builder();
    call.id(TouchpointId.of("call"))
        .name("Call")
        .initiator(Actor.CUSTOMER)
        .receiver(new Actor("call centre", Actor.Party.PARTNER))
        .message("where is my car?")
        .addChannel(Channel.of("phone"));

    assertThat(call.build().actors())
        .extracting(Actor::name)
        .containsExactly("customer", "call centre");
  }

  @Test
  void nonsenseIsRefused() {
    refused(FailureCode.TEXT_INVALID, () -> Action.of(" ", "x"));
    refused(FailureCode.TEXT_INVALID, () -> Action.of("x", ""));
    refused(FailureCode.TEXT_INVALID, () -> new Actor("", Actor.Party.OTHER));
    refused(FailureCode.CONFIG_DUPLICATE, () -> {
      Action.Builder twice = Action.builder();
      twice.id(TouchpointId.of("x")).name("X");
      twice.addChannels(Channel.of("app"), Channel.of("app")).build();
    });
    refused(FailureCode.RANGE, () -> Emotion.of(2.1));
    refused(FailureCode.RANGE, () -> Emotion.of(Double.NaN));
  }

  @Test
  void anEmotionOfMinusZeroIsNeutral() {
    assertThat(Emotion.of(-0.0)).isEqualTo(Emotion.NEUTRAL);
  }
}
