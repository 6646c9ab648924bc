package dev.laurel.core.money;

import com.google.common.collect.ImmutableSet;

/**
 * The currency and funds codes that ISO 4217 has withdrawn, such as HRK since 2023.
 *
 * <p>Source: ISO 4217, list three, codes for historic denominations, with the amendments up to the
 * euro in Bulgaria (BGN, 2026).
 */
final class WithdrawnCurrencies {
  private static final ImmutableSet<String> CODES = ImmutableSet.copyOf(
      ("ADP AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BGN BOP BRB"
              + " BRC BRE BRN BRR BUK BYB BYR CHC CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA"
              + " ESB ESP FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE GWP HRD HRK IEP ILP ILR ISJ"
              + " ITL LAJ LSM LTL LTT LUC LUF LUL LVL LVR MGF MLF MRO MTL MTP MVQ MXP MZE MZM"
              + " NIC NLG PEH PEI PES PLZ PTE RHD ROK ROL RUR SDD SDP SIT SKK SLL SRG STD SUR"
              + " TJR TMM TPE TRL UAK UGS UGW USS UYN UYP VEB VEF VNC XEU XFO XFU XRE YDD YUD"
              + " YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR")
          .split(" ", -1));

  private WithdrawnCurrencies() {}

  static boolean contains(String code) {
    return CODES.contains(code);
  }
}
