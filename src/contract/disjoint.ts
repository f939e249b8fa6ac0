/** Objects that share no name. */

/** Whether no name stands in two of the objects. It is asked of every record of a batch, so it makes nothing that is thrown away. */
export const areDisjoint = (objects: ReadonlyArray<object | undefined>): boolean => {
  for (let later = 1; later < objects.length; later++)
    for (const name in objects[later])
      for (let earlier = 0; earlier < later; earlier++) {
        const other = objects[earlier]
        if (other !== undefined && Object.hasOwn(other, name)) return false
      }
  return true
}
