/**
 * What a wall display shows of a card, by hand from people.md and experience.md §5.4 and apart from the program: for each
 * way in which its organisation stands to the case and each level, + where the word stands on the wall, - where it does
 * not. `day` is the day of what is due, `kind` what it is (a visit); `way` is turn, next step, conditions, tracks, owners.
 */
export const wallTable = `
relation           level    no  stage  day  kind  hold  name  initial  age  needs  way
full               number   +   +      +    +     +     -     -        -    -      -
full               initial  +   +      +    +     +     -     +        +    -      -
full               name     +   +      +    +     +     +     -        -    -      -
partner-contacts   number   +   +      +    -     +     -     -        -    -      -
partner-contacts   initial  +   +      +    -     +     -     +        +    -      -
partner-contacts   name     +   +      +    -     +     +     -        -    -      -
partner-plan       number   +   +      +    +     +     -     -        -    -      -
partner-plan       initial  +   +      +    +     +     -     -        -    -      -
partner-plan       name     +   +      +    +     +     -     -        -    -      -
numberOnly         number   +   +      +    -     +     -     -        -    -      -
numberOnly         initial  +   +      +    -     +     -     -        -    -      -
numberOnly         name     +   +      +    -     +     -     -        -    -      -
`;
