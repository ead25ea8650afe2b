import { z } from 'zod';

export { type Day, day } from '@kaerimichi/rules/calendar';

/** Categories of data about a child (people.md). Consent, access, timeline and exports speak in these and in nothing else. */
export const categories = [
  'contacts',
  'clinical',
  'skills',
  'plan',
  'family',
  'money',
  'images',
  'disaster',
  'protection',
] as const;
export const category = z.enum(categories);
export type Category = z.infer<typeof category>;

/** What consent shares, and an invitation grants: protection is shared with named persons per case only. */
export const grantable = category.exclude(['protection']);
export type Grantable = z.infer<typeof grantable>;

export const sexes = ['female', 'male', 'other', 'unknown'] as const;
export const sex = z.enum(sexes);

/** Where a child was when it was registered or referred. */
export const origins = ['ward', 'nicu', 'otherHospital', 'prenatal', 'home'] as const;
export const origin = z.enum(origins);
export type Sex = z.infer<typeof sex>;

/** Role ids on the wire and in code (people.md). */
export const roleIds = [
  'dischargeNurse',
  'wardNurse',
  'doctor',
  'visitingNurse',
  'coordinator',
  'publicHealthNurse',
  'supportPlanner',
  'school',
  'deviceVendor',
  'family',
  'prefecture',
  'admin',
  'display',
] as const;
export const roleId = z.enum(roleIds);
export type RoleId = z.infer<typeof roleId>;

/** Roles that a membership can give: a family is invited per case, a display is a device. */
export const memberRoleIds = roleIds.filter(
  (role): role is Exclude<RoleId, 'family' | 'display'> => role !== 'family' && role !== 'display',
);

/** Rights of a membership beside its role (people.md). */
export const membershipFlags = ['mayWaive', 'privacyOfficer', 'orgAdmin'] as const;
export type MembershipFlag = (typeof membershipFlags)[number];

/** What a wall display shows of a child to whoever walks past: the number, initials and age, or the name. */
export const wallLevels = ['number', 'initial', 'name'] as const;
export type WallLevel = (typeof wallLevels)[number];

/** Kinds of organisations (people.md). */
export const organisationKinds = [
  'childrensHospital',
  'hospital',
  'clinic',
  'visitingNursingStation',
  'pharmacy',
  'municipality',
  'healthCentre',
  'consultationSupport',
  'school',
  'deviceVendor',
  'facility',
  'hub',
  'prefecture',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Kinds of facilities in public lists: what somebody looks for around a child. */
export const facilityKinds = [
  'hospital',
  'clinic',
  'dentalClinic',
  'pharmacy',
  'medicalInstitution',
  'visitingNursing',
  'homeHelp',
  'dayCare',
  'shortStay',
  'afterSchoolDay',
  'childDevelopment',
  'mobilitySupport',
  'equipmentRental',
  'consultation',
  'healthWelfareCentre',
  'shelter',
  'emergencySite',
  'welfareService',
] as const;
export type FacilityKind = (typeof facilityKinds)[number];

/** Functions around a child that an organisation of the support team takes (支援チームの役割). */
export const teamFunctions = [
  'attendingDoctor',
  'dischargeNurse',
  'wardNurse',
  'visitingNurse',
  'homePhysician',
  'pharmacist',
  'deviceVendor',
  'publicHealthNurse',
  'municipality',
  'supportPlanner',
  'school',
  'respite',
  'regionalHospital',
  'peerSupporter',
  'interpreter',
  'hub',
  'therapist',
  'family',
  'child',
] as const;
export const teamFunction = z.enum(teamFunctions);
export type TeamFunction = z.infer<typeof teamFunction>;

/** Who of an organisation answers for the part it was asked to take; null: nobody signs in there, the lead asks by telephone. */
export const roleOfFunction: Readonly<Record<TeamFunction, RoleId | null>> = {
  attendingDoctor: 'doctor',
  dischargeNurse: 'dischargeNurse',
  wardNurse: 'wardNurse',
  visitingNurse: 'visitingNurse',
  homePhysician: 'doctor',
  pharmacist: null,
  deviceVendor: 'deviceVendor',
  publicHealthNurse: 'publicHealthNurse',
  municipality: 'publicHealthNurse',
  supportPlanner: 'supportPlanner',
  school: 'school',
  respite: 'dischargeNurse',
  regionalHospital: 'dischargeNurse',
  peerSupporter: null,
  interpreter: null,
  hub: 'coordinator',
  therapist: 'visitingNurse',
  family: null,
  child: null,
};

/** Care needs shown as tags on a card (必要なケア). */
export const careNeeds = [
  'ventilator',
  'niv',
  'tracheostomy',
  'oxygen',
  'suction',
  'nasalTube',
  'gastrostomy',
  'centralLine',
  'catheter',
  'stoma',
  'dialysis',
  'insulin',
  'seizureRescue',
  'other',
] as const;
export const careNeed = z.enum(careNeeds);
export type CareNeed = z.infer<typeof careNeed>;

/** The thirteen reasons why a case is not moving (止まっている理由, experience.md §9). */
export const holdCodes = [
  'familyDecision',
  'clinicalChange',
  'training',
  'noVisitingNurse',
  'noHomeDoctor',
  'equipment',
  'housing',
  'publicScheme',
  'meetingDate',
  'awaitingReply',
  'school',
  'familyCircumstances',
  'other',
] as const;
export const holdCode = z.enum(holdCodes);
export type HoldCode = z.infer<typeof holdCode>;

/** Procedures a caregiver learns before going home (手技). */
export const procedures = [
  'suctionOral',
  'suctionTracheal',
  'cannulaChange',
  'ventilatorOperation',
  'oxygenOperation',
  'tubeFeeding',
  'gastrostomyCare',
  'centralLineCare',
  'catheterization',
  'resuscitation',
  'medication',
  'seizureCare',
  'positioning',
  'other',
] as const;
export const procedure = z.enum(procedures);
export type Procedure = z.infer<typeof procedure>;

/** Entitlements followed during preparation (制度). */
export const entitlementKinds = [
  'chronicChildhoodDisease',
  'prematureInfantCare',
  'physicalCertificate',
  'ryoikuCertificate',
  'specialChildAllowance',
  'disabledChildAllowance',
  'assistiveDevice',
  'dailyEquipment',
  'beneficiaryCertificate',
  'evacuationRegister',
  'intractableDisease',
  'severeDisabilityMedicalAid',
  'childMedicalAid',
] as const;
export const entitlementKind = z.enum(entitlementKinds);
export type EntitlementKind = z.infer<typeof entitlementKind>;

/** Where the child is now; outage board, fees and wall read this fact, never the stage. */
export const whereaboutsPlaces = ['hospital', 'home', 'away', 'facility'] as const;

/** How a caregiver is related to the child; legal authority is a separate fact (no fixed father and mother). */
export const caregiverRelations = [
  'mother',
  'father',
  'secondMother',
  'secondFather',
  'grandparent',
  'fosterParent',
  'guardian',
  'relative',
  'childGuidanceCentre',
  'self',
  'other',
] as const;
export const caregiverRelation = z.enum(caregiverRelations);

/** With which authority somebody consents for a child. */
export const consentAuthority = z.enum(['parental', 'guardian', 'delegated', 'self', 'childGuidanceCentre']);
/** Who consents: never by name. */
export const giver = z.strictObject({ relation: caregiverRelation, authority: consentAuthority });
export type Giver = z.infer<typeof giver>;

/** Opaque id of an item within a case or of a row elsewhere; given by the client or made by the server. */
export const itemId = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'an id has 1 to 40 letters, digits, - or _');

/** Who may read a note: the whole team, the writer's own organisation, or hospitals and visiting nurses beside it. */
export const noteVisibilities = ['wholeTeam', 'ownHouse', 'hospitalAndStation'] as const;
export type NoteVisibility = (typeof noteVisibilities)[number];
export const narrowVisibilities = ['ownHouse', 'hospitalAndStation'] as const satisfies readonly NoteVisibility[];

/** Sequence number of an entry, as the database can hold it. */
export const entrySeq = z.int().positive().max(2_147_483_647);

/** A time of day in Tokyo, `HH:MM`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time is HH:MM, 00:00 to 23:59');

/** An instant `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export const instant = z.iso.datetime();

/** Why an organisation that was asked cannot take a child over, in neutral words (experience.md §5.11). */
export const declineReasons = ['noCapacity', 'hours', 'experience', 'distance', 'other'] as const;

/** Ward fees (入院料) by what they bundle, as the fee schedule's rules name them. */
export const wardFeeCodes = [
  'A307-1',
  'A307-2',
  'A307-3',
  'A307-4',
  'A307-5',
  'A302',
  'A302-2',
  'A303-2',
  'generalWard',
  'communityWard',
  'longTermWard',
  'otherWard',
] as const;

/** Fees whose claim in the same stay, month or day is asked for by another one. */
export const claimedFeeCodes = [
  'A246',
  'A246.preAdmission',
  'A246.liaisonPlan',
  'A246-3',
  'B004',
  'B005',
  'B005.multi',
  'B005-1-2.1',
  'B005-1-2.2',
  'B001-9',
  'B002',
  'B003',
  'A000',
  'A001',
  'A002',
  'C000',
  'C001',
  'C001-2',
  'C005',
  'C005-1-2',
  'C009',
  'C013',
  'H003-2.admissionVisit',
  'I012',
  'I016',
  'homeGuidance',
] as const;
