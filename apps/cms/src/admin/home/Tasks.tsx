import { Box, Button, Flex, Link, Typography } from '@strapi/design-system'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { FOR_A_THUMB } from '../thumb.ts'
import type { Task } from './todo.ts'

/** So many at first: whoever has more to do starts at the top. */
const FIRST = 5

interface TasksProps<T extends Task> {
  readonly label: string
  readonly tasks: readonly T[]
  /** What stands after the line of a task. */
  readonly after?: (task: T) => ReactNode
}

/** A list of things to do; the rest of a long one behind a button. */
export function Tasks<T extends Task>({ label, tasks, after }: TasksProps<T>) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? tasks : tasks.slice(0, FIRST)
  const rest = tasks.length - shown.length
  return (
    <>
      <Flex tag="ul" aria-label={label} direction="column" alignItems="stretch" gap={1}>
        {shown.map((task) => (
          <Flex key={task.key} tag="li" direction="column" alignItems="flex-start">
            <Link tag={RouterLink} to={task.to} style={FOR_A_THUMB}>
              {task.title}
            </Link>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {task.line}
            </Typography>
            {task.quote && (
              <Typography tag="p" textColor="neutral800">
                ‘{task.quote}’
              </Typography>
            )}
            {after?.(task)}
          </Flex>
        ))}
      </Flex>
      {rest > 0 && (
        <Box>
          <Button variant="tertiary" onClick={() => setWhole(true)}>
            {`Nog ${rest} tonen`}
          </Button>
        </Box>
      )}
    </>
  )
}
