/** What people connect most, in the order in which it is offered. */
export const RECIPES = {
  hubspot: "HubSpot",
  salesforce: "Salesforce",
  automation: "Zapier and Make",
  node: "Node",
  python: "Python",
} as const;
export type RecipeId = keyof typeof RECIPES;

export const RECIPE_IDS = Object.keys(RECIPES) as RecipeId[];

/** The recipe that an address names; the first one when it names none. */
export const recipeFrom = (text: string | undefined): RecipeId =>
  RECIPE_IDS.find((id) => id === text) ?? "hubspot";
