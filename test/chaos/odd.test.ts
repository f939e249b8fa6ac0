import { playEveryOther } from "./seeds.ts"

playEveryOther(1)
