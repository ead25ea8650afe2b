/**
 * What an enquiry tells, by hand from people.md and apart from CASL: for each way in which an organisation may stand to a
 * case, + where the field is told to whoever answers there, - where it is not. `child` is age, municipality and needs;
 * `asks` are the functions asked for, since when and until when; `row` is whether the organisation has a way in at all.
 */
export const enquiryTable = `
state                       row  asks  age  municipality  needs
askedWithoutConsent         +    +     +    +             +
askedWithConsentAhead       +    +     +    +             +
askedForFigures             +    +     +    +             +
askedWithConsent            +    +     -    -             -
askedAfterWithdrawal        +    +     -    -             -
askedAfterLapse             +    +     -    -             -
askedAfterForgottenConsent  +    +     -    -             -
askedByHub                  +    +     +    +             +
acceptedWithoutConsent      +    -     -    -             -
acceptedWithConsent         +    -     -    -             -
declined                    -    -     -    -             -
ended                       -    -     -    -             -
considered                  -    -     -    -             -
caseClosed                  +    -     -    -             -
stranger                    -    -     -    -             -
`;

/** Roles that answer an enquiry and are told of it; by hand from people.md: whoever takes part for an organisation. */
export const answeringRoles: readonly string[] = [
  'dischargeNurse',
  'doctor',
  'visitingNurse',
  'coordinator',
  'publicHealthNurse',
  'supportPlanner',
  'school',
  'deviceVendor',
];
