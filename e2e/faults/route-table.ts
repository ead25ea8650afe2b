/**
 * Who is answered on every route, by hand from people.md and interface.md, apart from the program's own rules. A route
 * that the program publishes and that is in no row fails the gate.
 *
 * + answered · - refused · . told that there is no such thing · b let in, and told that its input is wrong
 * c answered where the role sees the case, else told that there is none
 * x refused where the role sees the case, else told that there is none
 * p answered where a guardian of the child was granted the plan, refused where not, told that there is none otherwise
 * k answered where contacts and clinical notes are read whole, refused where the role sees the case else, told that there is
 *   none otherwise
 * l answered where the organisation leads, refused where it sees the case else, told that there is none otherwise
 * d answered for the draft of the own organisation, told of another's that there is none
 * m told that there is no such thing where the organisation leads, refused where it sees the case else, told the same
 *   of the case otherwise
 * L done where the organisation leads, else as l: asked in its own test, so that the next question finds the world as it was
 * D refused for the draft of the own organisation, which is a case by now, told of another's that there is none
 *
 * `#` tells two questions to one route apart. Columns: discharge nurse, ward nurse, doctor, visiting nurse, coordinator,
 * public health nurse, planner, school, vendor, then those that see no case by their organisation: family, prefecture,
 * administrator, display.
 */
const routeTable = `
GET /session                                +  +  +  +  +  +  +  +  +  +  +  +  +
GET /place                                  +  +  +  +  +  +  +  +  +  +  +  +  +
GET /me                                     +  +  +  +  +  +  +  +  +  +  +  +  +
PUT /me/membership                          .  .  .  .  .  .  .  .  .  .  .  .  .
PUT /me/language                            +  +  +  +  +  +  +  +  +  +  +  +  +
PUT /me/presence                            +  +  +  +  +  +  +  +  +  +  +  +  +
GET /me/seen                                +  +  +  +  +  +  +  +  +  -  -  -  -
PUT /me/seen                                +  +  +  +  +  +  +  +  +  -  -  -  -
GET /pathway                                +  +  +  +  +  +  +  +  +  +  +  +  +
GET /pathway/proof                          +  -  -  -  +  -  -  -  -  -  -  +  -
GET /rules                                  +  +  +  +  +  +  +  +  +  +  +  +  +
POST /rules/medical-care-score              +  +  +  +  +  +  +  +  +  +  +  +  +
POST /rules/severe-child-score              +  +  +  +  +  +  +  +  +  +  +  +  +
POST /rules/deadlines                       +  +  +  +  +  +  +  +  +  +  +  +  +
POST /rules/fees                            +  +  +  +  +  +  +  +  +  +  +  +  +
GET /organisations                          +  +  +  +  +  +  +  +  +  +  +  +  +
GET /board                                  +  +  +  +  +  +  +  +  +  -  -  -  -
GET /board#closed                           +  +  +  +  +  +  +  +  +  -  -  -  -
POST /board/sync                            +  +  +  +  +  +  +  +  +  -  -  -  -
POST /board/csv                             +  +  +  +  +  +  +  +  +  -  -  -  -
POST /page-faults                           +  +  +  +  +  +  +  +  +  +  +  +  +
POST /board/prints                          +  +  +  +  +  +  +  +  +  -  -  -  -
GET /views                                  +  +  +  +  +  +  +  +  +  -  -  -  -
POST /views#personal                        +  +  +  +  +  +  +  +  +  -  -  -  -
POST /views#organisation                    -  -  -  -  -  -  -  -  -  -  -  -  -
PUT /views/{id}                             .  .  .  .  .  .  .  .  .  -  -  -  -
DELETE /views/{id}                          .  .  .  .  .  .  .  .  .  -  -  -  -
GET /search                                 +  +  +  +  +  +  +  +  +  -  -  -  -
POST /search                                +  +  +  +  +  +  +  +  +  -  -  -  -
GET /visits                                 +  +  +  +  +  +  +  +  +  -  -  -  -
GET /tasks                                  +  +  +  +  +  +  +  +  +  -  -  -  -
GET /me/mail                                +  +  +  +  +  +  +  +  +  -  -  -  -
PUT /me/mail                                +  +  +  +  +  +  +  +  +  -  -  -  -
PUT /me/mail/confirmed                      b  b  b  b  b  b  b  b  b  -  -  -  -
GET /me/push                                +  +  +  +  +  +  +  +  +  -  -  -  -
PUT /me/push                                b  b  b  b  b  b  b  b  b  -  -  -  -
DELETE /me/push/{id}                        .  .  .  .  .  .  .  .  .  -  -  -  -
PUT /me/settings                            +  +  +  +  +  +  +  +  +  +  +  +  +
GET /inbox                                  +  +  +  +  +  +  +  +  +  -  -  -  -
PUT /inbox/read                             +  +  +  +  +  +  +  +  +  -  -  -  -
PUT /inbox/muted                            c  c  c  c  c  c  c  c  c  -  -  -  -
GET /drafts                                 +  +  +  +  +  +  +  +  +  +  +  +  +
GET /drafts/{place}                         +  +  +  +  +  +  +  +  +  +  +  +  +
PUT /drafts/{place}#case                    c  c  c  c  c  c  c  c  c  .  .  .  .
PUT /drafts/{place}#plain                   +  +  +  +  +  +  +  +  +  +  +  +  +
DELETE /drafts/{place}                      +  +  +  +  +  +  +  +  +  +  +  +  +
GET /tasks#team                             +  +  +  +  +  +  +  +  +  -  -  -  -
GET /tasks#another                          .  .  .  .  .  .  .  .  .  -  -  -  -
POST /tasks/changes                         +  +  +  +  +  +  +  +  +  -  -  -  -
GET /tasks/colleagues                       +  +  +  +  +  +  +  +  +  -  -  +  -
GET /tasks/morning                          +  +  +  +  +  +  +  +  +  -  -  -  -
GET /substitutes                            +  +  +  +  +  +  +  +  +  -  -  +  -
POST /substitutes                           b  b  b  b  b  b  b  b  b  -  -  b  -
DELETE /substitutes/{id}                    .  .  .  .  .  .  .  .  .  -  -  .  -
GET /handoffs#in                            +  +  +  +  +  +  +  +  +  +  +  +  +
GET /handoffs#out                           +  +  +  +  +  +  +  +  +  +  +  +  +
GET /cases/{id}                             c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/events                      c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/checklists                  c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/conferences                 c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/readers                     c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/transitions                 c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/ahead                       c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/ways/{stage}                c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/fees                        l  x  x  x  l  x  x  x  x  .  .  .  .
GET /cases/{id}/duty                        c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/plan                        c  c  c  c  c  c  c  c  c  .  .  .  .
POST /cases/{id}/what-if                    c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/replay                      c  c  c  c  c  c  c  c  c  .  .  .  .
POST /cases/{id}/exports                    c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/card                        k  k  k  k  k  k  k  k  k  .  .  .  .
GET /cases/{id}/preparation                 c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/aftercare                   c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/documents                   c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/documents/{kind}.pdf        l  l  l  x  l  x  x  x  x  .  .  .  .
POST /cases/{id}/documents/{kind}/versions  b  b  b  b  b  b  b  b  b  b  b  b  b
GET /cases/{id}/documents/{kind}/versions/{version}.pdf  m  m  m  x  m  x  x  x  x  .  .  .  .
GET /cases/{id}/attachments                 c  c  c  c  c  c  c  c  c  .  .  .  .
POST /cases/{id}/attachments                b  b  b  b  b  b  b  b  b  b  b  b  b
GET /cases/{id}/attachments/{file}          .  .  .  .  .  .  .  .  .  .  .  .  .
DELETE /cases/{id}/attachments/{file}       .  .  .  .  .  .  .  .  .  .  .  .  .
GET /cases/{id}/source                      c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/handoffs                    c  c  c  c  c  c  c  c  c  .  .  .  .
GET /cases/{id}/handoffs/{handoff}/packet.pdf m  m  m  x  m  x  x  x  x  .  .  .  .
GET /cases/{id}/handoffs/{handoff}/suggestions m  x  x  x  m  x  x  x  x  .  .  .  .
POST /handoff-papers/heard                  b  -  -  -  b  -  -  -  -  -  -  -  -
GET /cases/{id}/handoff-proposal            l  x  x  x  l  x  x  x  x  .  .  .  .
GET /cases/{id}/preview                     l  x  x  x  l  x  x  x  x  .  .  .  .
GET /cases/{id}/access-log                  x  x  x  x  x  x  x  x  x  .  .  .  .
POST /cases/{id}/conferences/{conference}/seats/{seat}/link    m  x  x  x  m  x  x  x  x  .  .  .  .
DELETE /cases/{id}/conferences/{conference}/seats/{seat}/link  m  x  x  x  m  x  x  x  x  .  .  .  .
GET /cases/{id}/guardians                   l  l  l  x  l  x  x  x  x  .  .  .  .
POST /cases/{id}/guardians                  l  x  x  x  l  x  x  x  x  .  .  .  .
PUT /cases/{id}/guardians/{guardian}#missing        m  x  x  x  m  x  x  x  x  .  .  .  .
PUT /cases/{id}/guardians/{guardian}#invited        L  x  x  x  L  x  x  x  x  .  .  .  .
POST /cases/{id}/guardians/{guardian}/code#missing  m  x  x  x  m  x  x  x  x  .  .  .  .
POST /cases/{id}/guardians/{guardian}/code#invited  L  x  x  x  L  x  x  x  x  .  .  .  .
DELETE /cases/{id}/guardians/{guardian}#missing    m  x  x  x  m  x  x  x  x  .  .  .  .
DELETE /cases/{id}/guardians/{guardian}#invited    L  x  x  x  L  x  x  x  x  .  .  .  .
DELETE /cases/{id}/guardians/{guardian}#withdrawn  l  x  x  x  l  x  x  x  x  .  .  .  .
DELETE /cases/{id}/guardians/{guardian}#elsewhere  m  x  x  x  m  x  x  x  x  .  .  .  .
GET /family                                 .  .  .  .  .  .  .  .  .  .  .  .  .
GET /family/documents/{version}.pdf         .  .  .  .  .  .  .  .  .  .  .  .  .
GET /referrals#in                           +  -  +  -  +  -  -  -  -  -  -  -  -
GET /referrals#out                          +  +  +  +  +  +  +  +  +  -  -  -  -
GET /referrals/waiting                      +  -  +  -  +  -  -  -  -  -  -  -  -
GET /referrals/{id}                         .  .  .  .  .  .  .  .  .  .  .  .  .
POST /referrals                             b  b  b  b  b  b  b  b  b  -  -  -  -
POST /referrals/{id}/decision               .  .  .  .  .  .  .  .  .  .  .  .  .
GET /merges                                 +  -  +  -  +  -  -  -  -  -  -  -  -
GET /merges/{id}                            .  .  .  .  .  .  .  .  .  .  .  .  .
POST /merges                                b  -  b  -  b  -  -  -  -  -  -  -  -
POST /merges/{id}/decision                  .  .  .  .  .  .  .  .  .  .  .  .  .
POST /cases/similar                         +  -  +  -  +  -  -  -  -  -  -  -  -
POST /cases#own                             +  -  +  -  +  -  -  -  -  -  -  -  -
POST /cases#another                         -  -  -  -  -  -  -  -  -  -  -  -  -
POST /imports/fhir                          +  -  +  -  -  -  -  -  -  -  -  -  -
GET /imports/progress/{key}                 .  .  .  .  .  .  .  .  .  .  .  .  .
GET /imports/drafts                         +  -  +  -  -  -  -  -  -  -  -  -  -
GET /imports/drafts/{id}                    d  .  d  .  .  .  .  .  .  .  .  .  .
PUT /imports/drafts/{id}/confirmed          d  .  d  .  .  .  .  .  .  .  .  .  .
DELETE /imports/drafts/{id}                 D  .  D  .  .  .  .  .  .  .  .  .  .
DELETE /imports/files/{id}                  .  -  .  -  -  -  -  -  -  -  -  -  -
POST /imports/facilities                    +  -  +  -  +  -  -  -  -  -  -  -  -
GET /facilities                             +  +  +  +  +  +  +  +  +  -  -  -  -
GET /facilities/choices                     +  +  +  +  +  +  +  +  +  -  -  -  -
PUT /evaluation-beds                        +  -  +  -  +  -  -  -  -  -  -  -  -
GET /reports/counts                         -  -  -  -  -  -  -  -  -  -  +  -  -
GET /reports/house                          +  +  +  -  -  -  -  -  -  -  -  +  -
PUT /reports/house/beds                     -  -  -  -  -  -  -  -  -  -  -  +  -
PUT /reports/house/standards                -  -  -  -  -  -  -  -  -  -  -  +  -
POST /admin/organisations                   -  -  -  -  -  -  -  -  -  -  -  -  -
GET /admin/people                           -  -  -  -  -  -  -  -  -  -  -  +  -
POST /admin/people#own                      -  -  -  -  -  -  -  -  -  -  -  b  -
POST /admin/people#another                  -  -  -  -  -  -  -  -  -  -  -  -  -
PUT /memberships/{id}                       -  -  -  -  -  -  -  -  -  -  -  .  -
PUT /admin/people/{id}/disabled             -  -  -  -  -  -  -  -  -  -  -  .  -
POST /admin/people/{id}/password-slip       -  -  -  -  -  -  -  -  -  -  -  .  -
GET /admin/sign-ins                         -  -  -  -  -  -  -  -  -  -  -  +  -
GET /duty                                   +  +  +  +  +  +  +  +  +  -  -  +  -
PUT /duty                                   b  b  b  b  b  b  b  b  b  -  -  b  -
GET /rule-sets                              -  -  -  -  -  -  -  -  -  -  -  +  -
PUT /rule-sets/draft                        -  -  -  -  -  -  -  -  -  -  -  b  -
POST /rule-sets/preview                     -  -  -  -  -  -  -  -  -  -  -  b  -
POST /rule-sets/versions                    -  -  -  -  -  -  -  -  -  -  -  b  -
GET /rule-sets/overrides                    -  -  -  -  -  -  -  -  -  -  -  +  -
POST /rule-sets/overrides/kept              -  -  -  -  -  -  -  -  -  -  -  .  -
GET /admin/screens                          -  -  -  -  -  -  -  -  -  -  -  +  -
POST /admin/screens                         -  -  -  -  -  -  -  -  -  -  -  +  -
PUT /admin/screens/{id}                     -  -  -  -  -  -  -  -  -  -  -  .  -
POST /admin/screens/{id}/link               -  -  -  -  -  -  -  -  -  -  -  .  -
DELETE /admin/screens/{id}                  -  -  -  -  -  -  -  -  -  -  -  .  -
GET /admin/webhooks                         -  -  -  -  -  -  -  -  -  -  -  +  -
POST /admin/webhooks                        -  -  -  -  -  -  -  -  -  -  -  b  -
PUT /admin/webhooks/{id}                    -  -  -  -  -  -  -  -  -  -  -  .  -
POST /admin/webhooks/{id}/secret            -  -  -  -  -  -  -  -  -  -  -  .  -
DELETE /admin/webhooks/{id}                 -  -  -  -  -  -  -  -  -  -  -  .  -
GET /admin/webhooks/{id}/deliveries         -  -  -  -  -  -  -  -  -  -  -  .  -
POST /admin/webhooks/{id}/deliveries        -  -  -  -  -  -  -  -  -  -  -  .  -
POST /admin/webhooks/{id}/deliveries/{delivery} -  -  -  -  -  -  -  -  -  -  -  .  -
GET /admin/proposals                        -  -  -  -  -  -  -  -  -  -  -  +  -
POST /admin/proposals/{id}/confirm          .  .  .  .  .  .  .  .  .  .  .  .  .
POST /admin/proposals/{id}/withdraw         .  .  .  .  .  .  .  .  .  .  .  .  .`;

/** What a flag of the membership opens beside its role: the letter of every role, with it; to a family none opens anything. */
const flagTable = `
privacyOfficer  GET /cases/{id}/access-log                  c  c  c  c  c  c  c  c  c  .  .  .  .
privacyOfficer  GET /admin/sign-ins                         +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        POST /views#organisation                    +  +  +  +  +  +  +  +  +  -  -  -  -
orgAdmin        GET /tasks/colleagues                       +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        GET /substitutes                            +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        POST /substitutes                           b  b  b  b  b  b  b  b  b  -  b  b  b
orgAdmin        DELETE /substitutes/{id}                    .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        GET /reports/house                          +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        PUT /reports/house/beds                     +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        PUT /reports/house/standards                +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        GET /pathway/proof                          +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        GET /admin/people                           +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        POST /admin/people#own                      b  b  b  b  b  b  b  b  b  -  b  b  b
orgAdmin        PUT /memberships/{id}                       .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        PUT /admin/people/{id}/disabled             .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        POST /admin/people/{id}/password-slip       .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        GET /admin/sign-ins                         +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        POST /imports/facilities                    +  -  +  -  +  -  -  -  -  -  -  +  -
orgAdmin        GET /facilities                             +  +  +  +  +  +  +  +  +  -  -  +  -
orgAdmin        GET /facilities/choices                     +  +  +  +  +  +  +  +  +  -  -  +  -
orgAdmin        POST /admin/organisations                   -  -  -  -  -  -  -  -  -  -  -  +  -
orgAdmin        GET /duty                                   +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        PUT /duty                                   b  b  b  b  b  b  b  b  b  -  b  b  b
orgAdmin        GET /rule-sets                              +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        PUT /rule-sets/draft                        b  b  b  b  b  b  b  b  b  -  b  b  b
orgAdmin        POST /rule-sets/preview                     b  b  b  b  b  b  b  b  b  -  b  b  b
orgAdmin        POST /rule-sets/versions                    b  b  b  b  b  b  b  b  b  -  b  b  b
orgAdmin        GET /rule-sets/overrides                    +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        POST /rule-sets/overrides/kept              .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        GET /admin/screens                          +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        POST /admin/screens                         +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        PUT /admin/screens/{id}                     .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        POST /admin/screens/{id}/link               .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        DELETE /admin/screens/{id}                  .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        GET /admin/webhooks                         +  +  +  +  +  +  +  +  +  -  +  +  +
orgAdmin        POST /admin/webhooks                        b  b  b  b  b  b  b  b  b  -  b  b  b
orgAdmin        PUT /admin/webhooks/{id}                    .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        POST /admin/webhooks/{id}/secret            .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        DELETE /admin/webhooks/{id}                 .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        GET /admin/webhooks/{id}/deliveries         .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        POST /admin/webhooks/{id}/deliveries        .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        POST /admin/webhooks/{id}/deliveries/{delivery} .  .  .  .  .  .  .  .  .  -  .  .  .
orgAdmin        GET /admin/proposals                        +  +  +  +  +  +  +  +  +  -  +  +  +`;

/**
 * Whoever was invited as a guardian, of the one child: what is not named is as for a family that nobody invited, and of
 * another child everything is.
 */
const guardianTable: Readonly<Record<string, string>> = {
  'GET /cases/{id}': 'p',
  'GET /cases/{id}/events': 'p',
  'GET /cases/{id}/transitions': 'p',
  'GET /cases/{id}/ahead': 'p',
  'GET /cases/{id}/ways/{stage}': 'p',
  'GET /cases/{id}/duty': 'p',
  'GET /cases/{id}/fees': 'x',
  'GET /cases/{id}/plan': 'p',
  'POST /cases/{id}/what-if': 'p',
  'GET /cases/{id}/replay': 'p',
  'POST /cases/{id}/exports': 'p',
  'GET /cases/{id}/readers': 'p',
  'GET /cases/{id}/checklists': 'p',
  'GET /cases/{id}/preparation': 'p',
  'GET /cases/{id}/card': 'x',
  'GET /cases/{id}/aftercare': 'p',
  'GET /cases/{id}/conferences': 'p',
  'POST /cases/{id}/conferences/{conference}/seats/{seat}/link': 'x',
  'DELETE /cases/{id}/conferences/{conference}/seats/{seat}/link': 'x',
  'GET /cases/{id}/documents': 'p',
  'GET /cases/{id}/documents/{kind}.pdf': 'x',
  'GET /cases/{id}/documents/{kind}/versions/{version}.pdf': 'x',
  'GET /cases/{id}/attachments': 'x',
  'GET /cases/{id}/attachments/{file}': 'x',
  'DELETE /cases/{id}/attachments/{file}': 'x',
  'GET /cases/{id}/source': 'c',
  'PUT /drafts/{place}#case': 'c',
  'GET /cases/{id}/handoffs': 'p',
  'GET /cases/{id}/handoffs/{handoff}/packet.pdf': 'x',
  'GET /cases/{id}/handoffs/{handoff}/suggestions': 'x',
  'GET /cases/{id}/handoff-proposal': 'x',
  'GET /cases/{id}/preview': 'x',
  'GET /cases/{id}/access-log': 'x',
  'GET /cases/{id}/guardians': 'x',
  'POST /cases/{id}/guardians': 'x',
  'PUT /cases/{id}/guardians/{guardian}#missing': 'x',
  'POST /cases/{id}/guardians/{guardian}/code#missing': 'x',
  'PUT /cases/{id}/guardians/{guardian}#invited': 'x',
  'POST /cases/{id}/guardians/{guardian}/code#invited': 'x',
  'DELETE /cases/{id}/guardians/{guardian}#missing': 'x',
  'DELETE /cases/{id}/guardians/{guardian}#invited': 'x',
  'DELETE /cases/{id}/guardians/{guardian}#withdrawn': 'x',
  'DELETE /cases/{id}/guardians/{guardian}#elsewhere': 'x',
  'GET /family': '+',
};

/** Routes without a viewer, and where each is asked: nobody's membership opens or closes anything there. */
export const openRoutes: Readonly<Record<string, string>> = {
  'POST /session': 'sessions',
  'DELETE /session': 'sessions',
  'POST /password/slip': 'passwords',
  'POST /password': 'passwords',
  'POST /setup/link': 'start',
  'POST /setup': 'start',
  'POST /join': 'guardians',
  'POST /join/password': 'guardians',
  'POST /join/invitation': 'guardians',
  'POST /guest': 'conferences',
  'POST /guest/answers': 'conferences',
  'POST /guest/confirmations': 'conferences',
  'POST /handoff-papers/answers': 'handoff-loop',
  // For wall displays alone, by a cookie of their own: as nobody to whoever is signed in.
  'POST /wall/session': 'wall',
  'GET /wall': 'wall',
  'POST /wall/sight': 'wall',
  'DELETE /wall/sight': 'wall',
  'POST /demo/wall': 'wall',
  'GET /demo': 'demo',
  'POST /demo/session': 'demo',
  'POST /demo/next': 'demo',
  'POST /demo/reset': 'demo',
  'POST /demo/clock': 'demo',
  'POST /demo/day': 'demo',
};

/** Routes of the table of commands, which is asked event by event. */
export const commandRoutes: readonly string[] = ['POST /cases/{id}/events'];

export const routeColumns: readonly string[] = [
  ...['dischargeNurse', 'wardNurse', 'doctor', 'visitingNurse', 'coordinator', 'publicHealthNurse', 'supportPlanner'],
  ...['school', 'deviceVendor', 'family', 'prefecture', 'admin', 'display'],
];

const cellsOf = (line: string, names: number): [string, string[]] => {
  const words = line.trim().split(/\s+/);
  return [words.slice(0, names).join(' '), words.slice(names)];
};
const read = (table: string, names: number) =>
  new Map(
    table
      .trim()
      .split('\n')
      .map(line => cellsOf(line, names)),
  );

export const routeRows: ReadonlyMap<string, readonly string[]> = read(routeTable, 2);
const flagRows = read(flagTable, 3);

/** The route that a row asks. */
export const routeOf = (row: string): string => row.replace(/#.*$/, '');

/** The letter of a row for a role, or for a role with a flag. */
export const letterOf = (row: string, role: string, flags: readonly string[] = []): string => {
  if (flags.includes('invited') && guardianTable[row]) return guardianTable[row];
  const opened = flags.flatMap(flag => [flagRows.get(`${flag} ${row}`) ?? []].flat());
  return (opened.length > 0 ? opened : (routeRows.get(row) ?? []))[routeColumns.indexOf(role)] ?? '?';
};

/** What would be done, and is asked elsewhere (waiting-done.ts). */
export const DONE = 0;

type Standing = {
  readonly isSeen: boolean;
  readonly isLead: boolean;
  readonly hasPlan: boolean;
  /** Reads what a carry card says. */
  readonly hasCard: boolean;
};

/** How a question is answered by its letter, to somebody who sees the case or not, who leads or not, and was granted the plan or not. */
export function statusOf(letter: string, { isSeen, isLead, hasPlan, hasCard }: Standing): number {
  const byLetter: Readonly<Record<string, number>> = {
    '+': 200,
    '-': 403,
    '.': 404,
    b: 400,
    w: 409,
    '!': DONE,
    c: isSeen ? 200 : 404,
    x: isSeen ? 403 : 404,
    p: isSeen ? (hasPlan ? 200 : 403) : 404,
    k: isSeen ? (hasCard ? 200 : 403) : 404,
    l: isSeen ? (isLead ? 200 : 403) : 404,
    L: isSeen ? (isLead ? DONE : 403) : 404,
    m: isSeen && !isLead ? 403 : 404,
    d: isLead ? 200 : 404,
    D: isLead ? 403 : 404,
  };
  return byLetter[letter] ?? Number.NaN;
}
