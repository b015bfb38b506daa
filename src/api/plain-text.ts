export { plainText } from "../kit/plain-text"
