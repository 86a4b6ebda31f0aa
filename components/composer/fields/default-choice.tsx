/** The option of a choice that sends nothing. No model has an option of this name. */
export const defaultOption = ' default'

export const DefaultChoice = () => <>Default</>
