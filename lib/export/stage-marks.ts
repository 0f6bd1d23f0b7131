/** Where the script by which readers mark steps lies until the gate gives it a lasting name: what stage pages name, a route answers. */
export const STAGE_MARKS = '/stage-marks.js'
