package dev.laurel.examples.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoryTest {

  /** Row 2: no points; a gift claimed twice is refused; the draw can be repeated. */
  @Test
  void insideEdge() {
    assertThat(InsideEdge.tell()).isEqualTo("""
        Olivia drives a company car and looks at what there is.
          Driving cap: gift driving-cap
          Travel mug: gift travel-mug
          Gym: 50 % off at gym
          Music: free for P3M at music
          Hotel: 15 % off at hotel
        She claims.
          c-1 driving-cap: granted
          c-2 driving-cap: ALREADY_CLAIMED: driving-cap, at most 1
          c-3 gym: granted
        She leaves the company and tries once more.
          c-4 music: NOT_ELIGIBLE: music, segment company-car-drivers only
        Ticket of stranger refused: NOT_ELIGIBLE
        Entries are closed; list of tickets: 245d3a4859a854a4758862b689a61e9c810f0a9b0e25b691556c4ff0cfab89e0
        Drawn with the seed 'lotto 2026-06-03 04 11 17 29 38 45':
          5aa781dd71b5... olivia: wins Race weekend
          611313e39c35... amelia: wins Signed helmet
          676c3c58acf9... isla: wins Signed helmet
          a41b813c61f5... oscar: stands by as number 1
          Race weekend: olivia LAPSED
          Signed helmet: amelia DRAWN
          Signed helmet: isla DRAWN
          Race weekend: oscar DRAWN in place of t-olivia
        """);
  }

  /** Row 3: person and vehicle; trial to paid; the sale; service due leads to an offer. */
  @Test
  void mercedesMe() {
    assertThat(MercedesMe.tell()).isEqualTo("""
        Jonas takes delivery: emergency-call of jonas ACTIVE through 2041-03-01
        and tries remote start: remote-start of jonas TRIAL through 2026-04-01
        He likes it: remote-start of jonas ACTIVE through 2029-03-20
        and extends it: remote-start of jonas ACTIVE through 2030-03-20; fee EUR 79.00
        The command is sent twice: nothing new
        A second trial: TRIAL_ALREADY_USED: e-1 is ACTIVE
        He sells the car to Lena: emergency-call of lena ACTIVE through 2041-03-01; remote-start of jonas ENDED
        and cannot extend any more: ILLEGAL_TRANSITION: e-1 is ENDED
        May jonas use it? remote start false, emergency call false
        May lena use it? remote start false, emergency call true
        Lena's car reports 59,400 km and a service due in 600 km. What is offered?
        inspection: 20 % off at workshop, because of base 10, service-due 50 = 60
        not car-wash: 5 points, others have at least 60
        not winter-tyres: 45 points, others have at least 60
        And a week later?
        winter-tyres: code at tyres, because of base 20, drives-far 25 = 45
        not car-wash: 5 points, others have at least 45
        not inspection: shown lately, rests until 2029-09-15T22:00:00Z
        """);
  }

  /**
   * Row 7: of 909 minutes a week Tesla serves 350 + 75 + 90 + 150 = 665, BMW 100 + 350 + 4 = 454.
   */
  @Test
  void driversDay() {
    assertThat(DriversDay.tell()).isEqualTo("""
        breakfast, 140 min a week: Tesla nothing, BMW nothing
        school-run, 100 min a week: Tesla nothing, BMW assistant (0.5)
        commute, 350 min a week: Tesla autopilot (0.7), BMW assistant (0.7)
        charging, 75 min a week: Tesla karaoke (0.8), BMW nothing
        waiting, 90 min a week: Tesla arcade (0.7), BMW nothing
        weekend, 150 min a week: Tesla karaoke (0.6), BMW nothing
        workshop, 4 min a week: Tesla nothing, BMW service-booking (0.9)
        coverage: Tesla 73.2 %, BMW 49.9 %
        only Tesla serves: charging, waiting, weekend
        only BMW serves: school-run, workshop
        nobody at Tesla thought of: Takes the children to school, 100 min a week
        nobody at BMW thought of: A trip with the family, 150 min a week
        and a journey map of five touchpoints has 4 of 5 inside the company
        """);
  }
}
